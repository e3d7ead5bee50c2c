namespace Lodge.Client.Test;

/// <content>The network and the pool that are there from the beginning.</content>
internal sealed partial class TestHypervisor
{
    /// <summary>The network <c>default</c>.</summary>
    public TestSwitch Network { get; } = new();

    /// <summary>The pool <c>default-pool</c>.</summary>
    public TestSwitch Pool { get; } = new();
}
