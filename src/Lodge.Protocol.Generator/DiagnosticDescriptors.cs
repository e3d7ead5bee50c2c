using Microsoft.CodeAnalysis;

namespace Lodge.Protocol.Generator;

/// <summary>What the generator reports of a bad table; each number stays what it is.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "Lodge.Protocol";

    public static readonly DiagnosticDescriptor InvalidJson = new(
        "LODGE001", "The table is not valid JSON", "The table is not valid JSON: {0}", Category,
        DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor InvalidTable = new(
        "LODGE002", "The table has a wrong shape", "The table has a wrong shape: {0}", Category,
        DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownType = new(
        "LODGE003", "A type is not in the table", "The type '{0}' is not in the table: {1}", Category,
        DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownLimit = new(
        "LODGE004", "A limit is not in the table",
        "The limit '{0}' is neither a number nor a constant of the table: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor Duplicate = new(
        "LODGE005", "A name or number stands twice", "{0} stands twice in the table", Category,
        DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor UnknownValue = new(
        "LODGE006", "A fact has an unknown value", "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
