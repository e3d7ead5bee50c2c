using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--qemu-commandline</c>: arguments, or a variable, passed to QEMU as they are.</summary>
internal sealed class QemuCommandlineOption()
    : CompoundOption("--qemu-commandline", "qemu:commandline", QemuCommandlineSubOptions.All)
{
    /// <summary>Commas and equals signs mean nothing here: the text is one value.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        var (text, given) = (request.Text, request.Given);
        given.Clear();
        var name = Array.Find(
            ["env", "args", "clearxml"], name => text.StartsWith(name + "=", StringComparison.Ordinal));
        given[name ?? "args"] = name is null ? text : text[(name.Length + 1)..];
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name == "args")
        {
            foreach (var word in ShellWords.Split(value ?? ""))
                request.Element.Add("qemu:commandline/qemu:arg")["@value"] = word;
        }
        else if (option.Name == "env")
        {
            if (value?.Split('=', 2) is not [var name, var content])
                throw new FormatException("not enough values to unpack (expected 2, got 1)");
            var variable = request.Element.Add("qemu:commandline/qemu:env");
            (variable["@name"], variable["@value"]) = (name, content);
        }

        return true;
    }
}
