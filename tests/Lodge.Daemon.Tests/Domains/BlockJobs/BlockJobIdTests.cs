using CsCheck;
using Lodge.Daemon.Domains.BlockJobs;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Tests.Domains.BlockJobs;

/// <summary>The id of a job says all that another daemon must know of it.</summary>
public sealed class BlockJobIdTests
{
    [Fact]
    public void An_id_is_read_as_it_was_written() => Gen.Select(
        Gen.Enum<BlockJobType>(), Gen.OneOf(Gen.Const("vda"), Gen.Const("hdc"), Gen.Const("sdaz")),
        Gen.UInt, Gen.UInt, Gen.UInt,
        (kind, target, top, below, flags) => new BlockJobId(kind, target, top, below, flags))
        .Sample(id => Assert.Equal(id, BlockJobId.Parse(id.ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("pull-vda-libvirt-1-format")]
    [InlineData("pull.vda.1.0")]
    [InlineData("push.vda.1.0.0")]
    [InlineData("pull.vda.-1.0.0")]
    [InlineData("pull.vda.1.4294967296.0")]
    public void The_job_of_another_is_none_of_ours(string id) => Assert.Null(BlockJobId.Parse(id));
}
