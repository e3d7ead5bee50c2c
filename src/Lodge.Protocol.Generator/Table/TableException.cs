using System;
using Microsoft.CodeAnalysis;

namespace Lodge.Protocol.Generator.Table;

/// <summary>A fault of the table, with the numbered diagnostic that tells it.</summary>
internal sealed class TableException(DiagnosticDescriptor descriptor, TableFile file, int offset, params object[] texts)
    : Exception(descriptor.Title.ToString())
{
    /// <summary>The diagnostic, placed at the line of the fault.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(descriptor, file.LocationOf(offset), texts);
}
