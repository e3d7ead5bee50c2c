using Lodge.Qemu.Lifecycle;

namespace Lodge.Qemu.Tests.Lifecycle;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void A_process_keeps_its_identity() =>
        Assert.Equal(ProcessIdentity.Of(Environment.ProcessId), ProcessIdentity.Of(Environment.ProcessId));

    [Fact]
    public void Two_processes_have_two_identities() =>
        Assert.NotEqual(ProcessIdentity.Of(Environment.ProcessId), ProcessIdentity.Of(1));

    [Fact]
    public void A_process_that_is_not_there_has_none() => Assert.Null(ProcessIdentity.Of(int.MaxValue));

    [Fact]
    public void An_end_is_told_in_words()
    {
        Assert.Equal("exit status 3", new ProcessExit(3, null).ToString());
        Assert.Equal("fatal signal 11", new ProcessExit(null, 11).ToString());
        Assert.Equal("ended", default(ProcessExit).ToString());
    }

    [Fact]
    public async Task A_program_whose_name_has_brackets_and_blanks_is_identified_too()
    {
        using var folder = new ScratchFolder();
        var program = folder.Path("a) b (c");
        File.Copy("/bin/sleep", program);
        using var process = System.Diagnostics.Process.Start(program, "60");
        try
        {
            var identity = ProcessIdentity.Of(process.Id);
            Assert.NotNull(identity);
            Assert.True(identity.Value.StartTime >= ProcessIdentity.Of(Environment.ProcessId)!.Value.StartTime);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
