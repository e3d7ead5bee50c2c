namespace Lodge.Client.Test;

/// <content>The network that is there from the beginning.</content>
internal sealed partial class TestHypervisor
{
    /// <summary>The network <c>default</c>.</summary>
    public TestSwitch Network { get; } = new();
}
