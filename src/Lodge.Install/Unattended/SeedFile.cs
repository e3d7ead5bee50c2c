using System.Text;

namespace Lodge.Install.Unattended;

/// <summary>A file for the installer of a guest. It may hold passwords: its text is in no printed form of it.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">What is in it.</param>
public sealed record SeedFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>A file of text, in UTF-8.</summary>
    public SeedFile(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>Its name and its length in bytes.</summary>
    public override string ToString() => $"{Name} ({Content.Length} bytes)";
}
