using System.Text;

namespace Lodge.Security.Selinux.Policy;

/// <summary>The types that a policy knows.</summary>
/// <param name="policyFolder">The policy's folder.</param>
public sealed class PolicyTypes(string policyFolder)
{
    private const string UsualFolder = "/var/lib/libvirt/images";
    private const int RegularFile = 0x8000;

    // What documentation of some distribution and year tells people to give to folders of images.
    private static readonly string[] ForImages = ["virt_image_t", "svirt_image_t"];

    /// <summary>Whether the policy knows a type.</summary>
    /// <param name="type">Its name.</param>
    public bool Has(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        return Compiled() is { } policy ? IsIn(File.ReadAllBytes(policy), type) : Rules().Any(Names);

        bool Names(FileContextRule rule) => SelinuxContext.TryParse(rule.Context)?.Type == type;
    }

    /// <summary>
    /// The type of the policy that a person means: the very one, or, for the names that images had over the years and
    /// that this policy does not know, what it gives to images.
    /// </summary>
    /// <param name="type">The name that was asked for.</param>
    public string InForce(string type)
    {
        if (!ForImages.Contains(type) || Has(type))
        {
            return type;
        }

        return ForImages.FirstOrDefault(Has) ?? OfImages() ?? type;
    }

    /// <summary>The type that the policy gives to images where they usually lie; null where to none.</summary>
    public string? OfImages()
    {
        using var contexts = new FileContexts(Path.Combine(policyFolder, "contexts/files/file_contexts"));
        return SelinuxContext.TryParse(contexts.Find(UsualFolder + "/image", RegularFile))?.Type;
    }

    private static bool IsIn(ReadOnlySpan<byte> policy, string type)
    {
        var name = Encoding.ASCII.GetBytes(type);
        while (policy.IndexOf(name) is >= 0 and var at)
        {
            // Names stand in the compiled policy with a count before them and none of their letters behind.
            if ((at == 0 || !IsLetter(policy[at - 1])) && (at + name.Length == policy.Length
                || !IsLetter(policy[at + name.Length])))
            {
                return true;
            }

            policy = policy[(at + name.Length)..];
        }

        return false;
    }

    private static bool IsLetter(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == '_';

    private string? Compiled()
    {
        var folder = Path.Combine(policyFolder, "policy");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "policy.*").Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    private IEnumerable<FileContextRule> Rules() => new LocalRules(policyFolder).ReadAll();
}
