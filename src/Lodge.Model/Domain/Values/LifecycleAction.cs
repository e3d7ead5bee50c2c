using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What follows a lifecycle event.</summary>
public enum LifecycleAction
{
    /// <summary><c>destroy</c>.</summary>
    Destroy,

    /// <summary><c>restart</c>.</summary>
    Restart,

    /// <summary><c>rename-restart</c>.</summary>
    RenameRestart,

    /// <summary><c>preserve</c>.</summary>
    Preserve,

    /// <summary><c>coredump-destroy</c>.</summary>
    CoredumpDestroy,

    /// <summary><c>coredump-restart</c>.</summary>
    CoredumpRestart,
}

/// <summary>The words of <see cref="LifecycleAction"/>.</summary>
public static class LifecycleActionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LifecycleAction> Table { get; } = new(
        "destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this LifecycleAction value) => Table[value];
}
