using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>
/// What holds for the whole domain once its devices are complete (<c>virDomainDefPostParseCommon</c>).
/// </summary>
internal static class CommonDefaults
{
    public static void Apply(DomainDefinition domain, IMachineFacts facts, CompletionOptions options)
    {
        VcpuOrder.FillHotpluggable(domain);
        MemoryDefaults.Apply(domain, options);
        CompleteOs(domain.Os);
        RejectDuplicates(domain);
        BootOrder.Apply(domain);
        CheckTimers(domain.Clock);
        ImplicitDevices.Add(domain);
        CompleteVideo(domain, facts);
        if (domain.Serials.Count > 0)
        {
            CharacterDefaults.Apply(domain.Serials[0], domain);
        }

        foreach (var controller in domain.Controllers)
        {
            if (controller is { Type: ControllerType.Scsi, Model: null })
            {
                ControllerDefaults.SetScsiModel(controller, facts);
            }
        }

        CompleteGraphics(domain);
        if (domain.Cpu is { Mode: CpuMode.Custom, Model: null, Check: not CpuCheck.Default })
        {
            throw Refusal.DomainUnsupported("check attribute specified for CPU with no model");
        }
    }

    private static void CompleteOs(Os os)
    {
        if (os.FirmwareFeatures is { } features
            && features.TryGetValue(FirmwareFeature.EnrolledKeys, out var keys) && keys)
        {
            if (features.TryGetValue(FirmwareFeature.SecureBoot, out var secure) && !secure)
            {
                throw Refusal.DomainDetail("firmware feature 'enrolled-keys' cannot be enabled when firmware feature "
                    + "'secure-boot' is disabled");
            }

            features[FirmwareFeature.SecureBoot] = true;
        }

        if (os.Loader is { Path: not null, Type: LoaderType.None } loader)
        {
            loader.Type = LoaderType.Rom;
        }
    }

    private static void RejectDuplicates(DomainDefinition domain)
    {
        // Companions of a USB controller share its number.
        var seen = new HashSet<(ControllerType, int)>();
        foreach (var controller in domain.Controllers)
        {
            if (controller.Type != ControllerType.Usb && !seen.Add((controller.Type, controller.Index)))
            {
                throw Refusal.DomainXml(
                    $"Multiple '{controller.Type.ToXml()}' controllers with index '{controller.Index}'");
            }
        }

        var panics = new HashSet<PanicModel>();
        foreach (var panic in domain.Panics)
        {
            if (!panics.Add(panic.Model))
            {
                throw Refusal.DomainXml($"Multiple panic devices with model '{panic.Model.ToXml()}'");
            }
        }
    }

    private static void CheckTimers(Clock clock)
    {
        foreach (var timer in clock.Timers)
        {
            var name = timer.Name.ToXml();
            if (timer.Name is TimerName.Kvmclock or TimerName.Hypervclock && timer.TickPolicy != TickPolicy.None)
            {
                throw Refusal.DomainUnsupported($"timer {name} doesn't support setting of timer tickpolicy");
            }

            if (timer.TickPolicy != TickPolicy.Catchup
                && (timer.CatchupThreshold | timer.CatchupLimit | timer.CatchupSlew) != 0)
            {
                throw Refusal.DomainXml(
                    "setting of timer catchup policies is only supported with tickpolicy='catchup'");
            }

            if (timer.Name != TimerName.Tsc && timer.Frequency != 0)
            {
                throw Refusal.DomainUnsupported($"timer {name} doesn't support setting of timer frequency");
            }

            if (timer.Name != TimerName.Tsc && timer.Mode != TimerMode.None)
            {
                throw Refusal.DomainUnsupported($"timer {name} doesn't support setting of timer mode");
            }

            if (timer.Name is not (TimerName.Platform or TimerName.Rtc) && timer.Track != TimerTrack.None)
            {
                throw Refusal.DomainUnsupported($"timer {name} doesn't support setting of timer track");
            }
        }
    }

    private static void CompleteVideo(DomainDefinition domain, IMachineFacts facts)
    {
        if (domain.Videos.Count == 0)
        {
            return;
        }

        if (domain.Videos[0].Model == VideoModel.None)
        {
            domain.Videos[0] = new Video { Model = VideoModel.None, Heads = 0, Alias = domain.Videos[0].Alias };
            return;
        }

        domain.Videos[0].Primary = true;
        VideoDefaults.Apply(domain.Videos[0], facts);
    }

    /// <summary>SPICE that is given no port at all listens nowhere.</summary>
    private static void CompleteGraphics(DomainDefinition domain)
    {
        foreach (var graphics in domain.Graphics)
        {
            if (graphics is { Type: GraphicsType.Spice, Port: 0, TlsPort: 0, AutoPort: false }
                && graphics.Listens[0].Type == ListenType.Address)
            {
                graphics.Listens[0].Type = ListenType.None;
                graphics.Listens[0].Address = null;
            }
        }
    }
}
