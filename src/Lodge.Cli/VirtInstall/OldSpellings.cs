using Lodge.Install.Flow;

namespace Lodge.Cli.VirtInstall;

/// <summary>Turns options of older days into those that took their place.</summary>
internal static class OldSpellings
{
    private static readonly string[] s_displays = ["--vnc", "--nographics", "--sdl", "--graphics"];
    private static readonly string[] s_featuresOff = ["--noacpi", "--noapic"];

    /// <summary>Turns all of them.</summary>
    /// <exception cref="InstallFailure">Old and new are mixed in a way that has no meaning.</exception>
    public static void Convert(ParsedArguments parsed, ToolReport report)
    {
        if (parsed.Has("--print-step")) parsed.Set("--print-xml", parsed["--print-step"]);
        ConvertCdrom(parsed);
        if (parsed.Has("--force") && !parsed.Has("--check")) parsed.Set("--check", "all=off");
        if (parsed.Has("--prompt")) report.Warn("--prompt mode is no longer supported.");
        if (!parsed.Has("--memory") && parsed["--ram"] is { } memory) parsed.Set("--memory", memory);
        if (parsed.Has("--sound"))
            parsed.Set("--sound", parsed.All("--sound").Select(text => text ?? "default").ToArray());
        ConvertNetworks(parsed);
        ConvertGraphics(parsed);
        ConvertDisks(parsed);
        ConvertFeatures(parsed);
        if (parsed["--cpuset"] is { } cpus) parsed.Add("--vcpus", $",cpuset={cpus}");
        if (parsed["--init"] is { } init)
            parsed.Set("--boot", [.. parsed.All("--boot").SkipLast(1), $"{parsed["--boot"]},init={init}"]);
        if (parsed["--wait"] is { } minutes && long.Parse(minutes, CultureInfo.InvariantCulture) == 0)
        {
            report.Warn("Treating --wait 0 as --noautoconsole");
            parsed.Set("--autoconsole", "none");
            parsed.Set("--wait");
        }

        if (parsed.Has("--os-type"))
            report.Warn("--os-type is deprecated and does nothing. Please stop using it.");
    }

    private static void ConvertCdrom(ParsedArguments parsed)
    {
        if (parsed["-c"] is not { } path) return;
        if (parsed.Has("--cdrom")) throw new InstallFailure("Cannot use -c and --cdrom at the same time");
        if (path.Contains("://", StringComparison.Ordinal))
        {
            throw new InstallFailure(
                "-c specified with what looks like a libvirt URI. Did you mean to use --connect? If not, use --cdrom "
                + "instead");
        }

        parsed.Set("--cdrom", path);
    }

    private static void ConvertNetworks(ParsedArguments parsed)
    {
        var networks = parsed.Has("--nonetworks") ? ["none"] : parsed.All("--network").ToList();
        if (parsed.Has("--bridge"))
        {
            if (networks.Count > 0) throw new InstallFailure("Cannot use --bridge and --network at the same time");
            networks = [.. parsed.All("--bridge").Select(name => "bridge=" + name)];
        }

        // An address alone means a card on the usual network; so does nothing at all.
        var addresses = parsed.All("--mac");
        while (networks.Count < Math.Max(addresses.Count, 1)) networks.Add("default");
        for (var index = 0; index < networks.Count; index++)
        {
            if (index < addresses.Count) networks[index] += $",mac={addresses[index]}";
            foreach (var kind in new[] { "network", "bridge" })
            {
                if (networks[index]!.StartsWith(kind + ':', StringComparison.Ordinal))
                    networks[index] = networks[index]!.Replace(kind + ":", kind + "=", StringComparison.Ordinal);
            }
        }

        parsed.Set("--network", networks);
    }

    private static void ConvertGraphics(ParsedArguments parsed)
    {
        if (parsed.Has("--graphics") && (parsed.Has("--vnc") || parsed.Has("--sdl") || parsed.Has("--keymap")
            || parsed.Has("--vncport") || parsed.Has("--vnclisten")))
            throw new InstallFailure("Cannot mix --graphics and old style graphical options");
        string[] given = [.. s_displays.Where(parsed.Has)];
        if (given.Length > 1)
            throw new InstallFailure("Can't specify more than one of VNC, SDL, --graphics or --nographics");
        if (given is [] or ["--graphics"]) return;
        var text = given[0] == "--nographics" ? "none" : given[0][2..];
        if (parsed["--vnclisten"] is { } listen) text += $",listen={listen}";
        if (parsed["--vncport"] is { } port) text += $",port={port}";
        if (parsed["--keymap"] is { } keymap) text += $",keymap={keymap}";
        parsed.Set("--graphics", text);
    }

    private static void ConvertDisks(ParsedArguments parsed)
    {
        var (files, sizes) = (parsed.All("--file"), parsed.All("--file-size"));
        var isOld = files.Count > 0 || sizes.Count > 0;
        if (parsed.Has("--nodisks") && (isOld || parsed.Has("--disk")))
            throw new InstallFailure("Cannot specify storage and use --nodisks");
        if (parsed.Has("--disk") && (isOld || parsed.Has("--nonsparse")))
        {
            throw new InstallFailure(
                "Cannot mix --file, --nonsparse, or --file-size with --disk options. "
                + "Use --disk PATH[,size=SIZE][,sparse=yes|no]");
        }

        if (parsed.Has("--nodisks")) parsed.Set("--disk", "none");
        if (!isOld) return;
        var count = Math.Max(files.Count, sizes.Count);
        parsed.Set("--disk", Enumerable.Range(0, count).Select(index => string.Join(',', new[]
        {
            index < files.Count ? $"path={files[index]}" : null,
            index < sizes.Count ? $"size={Size(sizes[index]!)}" : null,
            parsed.Has("--nonsparse") ? "sparse=no" : null,
        }.OfType<string>())).ToArray());
    }

    private static string Size(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture).ToString("0.0###############", CultureInfo.InvariantCulture);

    private static void ConvertFeatures(ParsedArguments parsed)
    {
        if (parsed.Has("--features")) return;
        string[] off =
        [
            .. s_featuresOff.Where(parsed.Has).Select(flag => flag[4..] + "=off"),
        ];
        if (off.Length > 0) parsed.Set("--features", string.Join(',', off));
    }
}
