namespace Lodge.Cli.Virsh.Sessions;

/// <content>Lines of a name and a value.</content>
internal sealed partial class Shell
{
    /// <summary>Prints a name, padded, and its value.</summary>
    internal void PrintField(string label, object? value, int width = 15) =>
        Print(string.Create(CultureInfo.InvariantCulture, $"{label.PadRight(width)} {value}\n"));

    /// <summary>Prints parameters, each as <c>name           : value</c>.</summary>
    internal void PrintParameters(IEnumerable<TypedParameter> parameters, int width = 15)
    {
        foreach (var parameter in parameters)
        {
            Print($"{parameter.Field.PadRight(width)}: {TypedText.Of(parameter)}\n");
        }
    }
}
