namespace Lodge.Install.Os;

/// <summary>
/// A template that answers an installer's questions: kickstart, preseed, AutoYaST, Windows' answer files.
/// </summary>
public sealed class OsInstallScript
{
    /// <summary>Its address in osinfo-db.</summary>
    public required string Id { get; init; }

    /// <summary>What it makes: <c>jeos</c> (the least) or <c>desktop</c>.</summary>
    public string? Profile { get; internal set; }

    /// <summary>The name under which the installer looks for it.</summary>
    public string? ExpectedFileName { get; internal set; }

    /// <summary>How it writes paths: <c>unix</c> or <c>dos</c>.</summary>
    public string? PathFormat { get; internal set; }

    /// <summary>What a product key looks like (<c>%%%%%-%%%%%-…</c>).</summary>
    public string? ProductKeyFormat { get; internal set; }

    /// <summary>Whether the installation needs the internet.</summary>
    public bool NeedsInternet { get; internal set; }

    /// <summary>Whether it can give the installer drivers.</summary>
    public bool CanPreInstallDrivers { get; internal set; }

    /// <summary>Whether it can install drivers afterwards.</summary>
    public bool CanPostInstallDrivers { get; internal set; }

    /// <summary>What can be said to it.</summary>
    public IReadOnlyList<OsScriptParameter> Parameters => ParameterList;

    /// <summary>Ways to give it to the installer: <c>cdrom</c>, <c>disk</c>, <c>floppy</c>, <c>initrd</c>.</summary>
    public IReadOnlyList<string> InjectionMethods => MethodList;

    /// <summary>The XSLT style sheet that makes the script; null where it lies at <see cref="TemplateUri"/>.</summary>
    public string? Template { get; internal set; }

    /// <summary>Where the style sheet lies instead.</summary>
    public string? TemplateUri { get; internal set; }

    internal List<OsScriptParameter> ParameterList { get; } = [];

    internal List<string> MethodList { get; } = [];
}
