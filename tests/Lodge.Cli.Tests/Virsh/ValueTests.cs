using Lodge.Cli.Virsh.Domains;
using Lodge.Cli.Virsh.Output;
using Lodge.Cli.Virsh.Parsing;
using Lodge.Cli.Virsh.Storage;
using Lodge.Cli.Virsh;
using Lodge.Protocol.Errors;

namespace Lodge.Cli.Tests.Virsh;

public sealed class ValueTests
{
    [Theory]
    [InlineData("5", true, 5)]
    [InlineData(" 5", true, 5)]
    [InlineData("+5", true, 5)]
    [InlineData("-5", true, -5)]
    [InlineData("-9223372036854775808", true, long.MinValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("5 ", false, 0)]
    [InlineData("0x5", false, 0)]
    [InlineData("", false, 0)]
    [InlineData("-", false, 0)]
    public void Signed_numbers_are_read_as_strtol_reads_them(string text, bool good, long expected)
    {
        Assert.Equal(good, NumberText.TrySigned(text, long.MinValue, long.MaxValue, out var value));
        Assert.Equal(good ? expected : 0, good ? value : 0);
    }

    [Theory]
    [InlineData("-1", true, true, uint.MaxValue)]
    [InlineData("-1", false, false, 0)]
    [InlineData("4294967295", false, true, uint.MaxValue)]
    [InlineData("4294967296", false, false, 0)]
    public void Negative_numbers_wrap_only_where_that_is_allowed(string text, bool wrap, bool good, ulong expected)
    {
        Assert.Equal(good, NumberText.TryUnsigned(text, uint.MaxValue, wrap, out var value));
        Assert.Equal(expected, good ? value : 0);
    }

    [Theory]
    [InlineData(3, "", 1024, 3072)]
    [InlineData(3, "b", 1024, 3)]
    [InlineData(3, "bytes", 1024, 3)]
    [InlineData(3, "k", 1, 3072)]
    [InlineData(3, "KiB", 1, 3072)]
    [InlineData(3, "KB", 1, 3000)]
    [InlineData(2, "G", 1, 2147483648)]
    [InlineData(2, "gb", 1, 2000000000)]
    public void Suffixes_scale_sizes(ulong number, string suffix, ulong scale, ulong expected) =>
        Assert.Equal(expected, ScaledSize.Multiply(number, suffix, scale, ulong.MaxValue));

    [Theory]
    [InlineData(1, "q", VirErrorNumber.VIR_ERR_INVALID_ARG, "invalid argument: unknown suffix 'q'")]
    [InlineData(1, "kib2", VirErrorNumber.VIR_ERR_INVALID_ARG, "invalid argument: unknown suffix 'kib2'")]
    [InlineData(16, "E", VirErrorNumber.VIR_ERR_OVERFLOW, "numerical overflow: value too large: 16E")]
    public void A_wrong_suffix_says_why(ulong number, string suffix, VirErrorNumber code, string message)
    {
        var error = Assert.Throws<VirException>(() => ScaledSize.Multiply(number, suffix, 1, ulong.MaxValue));
        Assert.Equal(code, error.Code);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("0-3", 8, "0-3")]
    [InlineData("0-3,^2", 8, "0-1,3")]
    [InlineData("7", 8, "7")]
    [InlineData("1,0", 8, "0-1")]
    [InlineData("r", 3, "0-2")]
    public void Lists_of_cpus_are_read_and_written(string text, int cpus, string expected) =>
        Assert.Equal(expected, CpuSet.Format(CpuSet.Parse(text, cpus)));

    [Theory]
    [InlineData("9", 4, "CPU 9 in cpulist '9' exceed the maxcpu 4")]
    [InlineData("3-1", 4, "Invalid cpulist '3-1'")]
    [InlineData("^1", 4, "Invalid cpulist '^1'")]
    [InlineData("", 4, "Invalid cpulist ''")]
    [InlineData("a", 4, "Invalid cpulist 'a'")]
    public void A_wrong_list_of_cpus_is_refused(string text, int cpus, string message) =>
        Assert.Equal(message, Assert.Throws<CommandFailure>(() => CpuSet.Parse(text, cpus)).Message);

    [Fact]
    public void Cpus_are_shown_as_letters() => Assert.Equal("yy-y", CpuSet.Letters([0b1011], 4));

    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("a,,b", "a,b")]
    [InlineData("a,", "a|")]
    [InlineData("a,,", "a,")]
    public void Two_commas_are_one_of_the_value(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', CommaList.Split(text)));

    [Theory]
    [InlineData(0, "0.000 B")]
    [InlineData(1023, "1023.000 B")]
    [InlineData(1024, "1.000 KiB")]
    [InlineData(16777216, "16.000 MiB")]
    [InlineData(ulong.MaxValue, "16.000 EiB")]
    public void Sizes_are_shown_in_the_largest_unit(ulong bytes, string expected) =>
        Assert.Equal(expected, Units.Exact(bytes));

    [Theory]
    [InlineData("52:54:0:A:b:ff", "52:54:00:0a:0b:ff")]
    [InlineData("52:54:00:00:00", null)]
    [InlineData("vnet0", null)]
    public void Hardware_addresses_have_one_form(string text, string? expected) =>
        Assert.Equal(expected, MacText.Normalize(text));

    [Theory]
    [InlineData("term", 15)]
    [InlineData("SIGKILL", 9)]
    [InlineData("sig_hup", 1)]
    [InlineData("rt3", 35)]
    [InlineData("42", 42)]
    [InlineData("foo", null)]
    public void Signals_are_known_by_name_and_number(string text, int? expected) =>
        Assert.Equal(expected, ProcessSignals.Parse(text));

    [Fact]
    public void A_volume_size_without_a_number_is_malformed() =>
        Assert.Equal("Malformed size x", Assert.Throws<CommandFailure>(() => VolumeSize.Parse("x")).Message);
}
