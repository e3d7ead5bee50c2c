using System.Globalization;
using Lodge.Install.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lodge.Install.Unattended.CloudInit;

/// <summary>Checks that a text is YAML, by its events alone: nothing is built of it and no alias is followed.</summary>
internal static class SeedYaml
{
    private const int DepthLimit = 100;
    private const int EventLimit = 1_000_000;

    /// <summary>What a document of YAML is at its root.</summary>
    internal enum Root
    {
        /// <summary>Nothing at all.</summary>
        Nothing,

        /// <summary>Names with values.</summary>
        Mapping,

        /// <summary>A list.</summary>
        List,

        /// <summary>A single word.</summary>
        Word,
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The file it is from, to say so.</param>
    /// <returns>What is at its root, and the names there.</returns>
    /// <exception cref="OptionException">It is no YAML; the message says where.</exception>
    public static (Root Root, IReadOnlySet<string> Names) Read(string text, string name)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var root = Root.Nothing;
        var (depth, documents, events, expectsName) = (0, 0, 0, true);
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            while (parser.MoveNext())
            {
                var current = parser.Current!;
                if (++events > EventLimit) throw Refuse(name, current.Start, "it is too long");
                if (current is DocumentStart && ++documents > 1)
                    throw Refuse(name, current.Start, "it has more than one document");
                if (current is NodeEvent && depth == 0)
                {
                    root = current switch
                    {
                        MappingStart => Root.Mapping,
                        SequenceStart => Root.List,
                        Scalar { Value.Length: 0 } => Root.Nothing,
                        _ => Root.Word,
                    };
                }
                else if (current is NodeEvent && depth == 1 && root == Root.Mapping)
                {
                    if (expectsName && current is Scalar scalar && !names.Add(scalar.Value))
                        throw Refuse(name, current.Start, $"'{scalar.Value}' stands in it twice");
                    expectsName = !expectsName;
                }

                if (current is NodeEvent or MappingEnd or SequenceEnd) depth += current.NestingIncrease;
                if (depth > DepthLimit) throw Refuse(name, current.Start, "it is too deep");
            }
        }
        catch (YamlException failure)
        {
            throw Refuse(name, failure.Start, failure.InnerException?.Message ?? failure.Message);
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser has no words of its own for lists that are not closed and for odd tags.
            throw new OptionException($"'{name}' is not YAML that cloud-init takes: {failure.Message}", failure);
        }

        return (root, names);
    }

    private static OptionException Refuse(string name, Mark at, string why) => new(string.Create(
        CultureInfo.InvariantCulture, $"'{name}' is not YAML that cloud-init takes: line {at.Line}: {why}"));
}
