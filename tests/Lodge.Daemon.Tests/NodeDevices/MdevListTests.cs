using Lodge.Daemon.NodeDevices;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.NodeDevices;

public sealed class MdevListTests
{
    [Fact]
    public void What_mdevctl_remembers_is_read()
    {
        var found = MdevList.Parse(
            """
            [{"0000:06:00.0":[{"3d0d16c2-7cf4-4aef-a1d1-c3b3f3f6c1a5":{"mdev_type":"nvidia-11","start":"auto",
            "attrs":[{"b":"2"},{"a":"1"}]}},{"200f228a-c80a-4d50-bfb7-f5a0e4e34045":{"mdev_type":"i915","start":"manual"}}]}]
            """);

        Assert.Equal(["nvidia-11", "i915"], found.Select(one => one.Capability.Type));
        Assert.Equal([true, false], found.Select(one => one.IsAutostart));
        Assert.Equal([new("b", "2"), new("a", "1")], found[0].Capability.Attributes);
        Assert.All(found, one => Assert.Equal("0000:06:00.0", one.Capability.ParentAddress));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[{}]", 0)]
    public void Nothing_remembered_is_nothing(string json, int count) =>
        Assert.Equal(count, MdevList.Parse(json).Count);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{\"p\":[{\"not-a-uuid\":{}}]}]")]
    public void What_mdevctl_does_not_print_is_refused(string json) =>
        Assert.Equal(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, Assert.Throws<VirException>(() => MdevList.Parse(json)).Code);
}
