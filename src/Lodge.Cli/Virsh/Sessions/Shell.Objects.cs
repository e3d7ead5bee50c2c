namespace Lodge.Cli.Virsh.Sessions;

/// <content>Finding networks, pools, volumes and the rest.</content>
internal sealed partial class Shell
{
    /// <summary>The network that a command's <c>&lt;network&gt;</c> names.</summary>
    internal Task<Network> NetworkAsync(Arguments arguments, DomainKeys keys = DomainKeys.Any) => FindAsync(
        arguments, "network", "network", keys,
        uuid => Connection.LookupNetworkByUuidAsync(uuid), name => Connection.LookupNetworkByNameAsync(name));

    /// <summary>The pool that an option names.</summary>
    internal Task<StoragePool> PoolAsync(
        Arguments arguments, string option = "pool", DomainKeys keys = DomainKeys.Any) => FindAsync(
        arguments, option, "pool", keys,
        uuid => Connection.LookupStoragePoolByUuidAsync(uuid), name => Connection.LookupStoragePoolByNameAsync(name));

    /// <summary>The filter that a command's <c>&lt;nwfilter&gt;</c> names.</summary>
    internal Task<NetworkFilter> NetworkFilterAsync(Arguments arguments) => FindAsync(
        arguments, "nwfilter", "nwfilter", DomainKeys.Any,
        uuid => Connection.LookupNetworkFilterByUuidAsync(uuid),
        name => Connection.LookupNetworkFilterByNameAsync(name));

    /// <summary>The filter binding that a command's <c>&lt;binding&gt;</c> names.</summary>
    internal Task<NetworkFilterBinding> NetworkFilterBindingAsync(Arguments arguments) => FindAsync(
        arguments, "binding", "nwfilter binding", DomainKeys.Name,
        null, name => Connection.LookupNetworkFilterBindingByPortDevAsync(name));

    /// <summary>The device of the host that an option names.</summary>
    internal Task<NodeDevice> NodeDeviceAsync(string name) =>
        Connection.LookupNodeDeviceByNameAsync(name).OrFail($"Could not find matching device '{name}'");

    /// <summary>The secret that a command's <c>&lt;secret&gt;</c> names.</summary>
    internal async Task<Secret> SecretAsync(Arguments arguments)
    {
        var text = arguments.Needed("secret");
        var complaint = $"failed to get secret '{text}'";
        if (!VirUuid.TryParse(text, out var uuid))
        {
            throw new CommandFailure(complaint, new VirException(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
                Domain = VirErrorDomain.VIR_FROM_NONE,
                Message = "uuidstr in virSecretLookupByUUIDString must be a valid UUID",
            }));
        }

        return await Connection.LookupSecretByUuidAsync(uuid).OrFail(complaint);
    }

    /// <summary>The network interface of the host that a command's <c>&lt;interface&gt;</c> names.</summary>
    internal async Task<HostInterface> HostInterfaceAsync(
        Arguments arguments, string option = "interface", bool byName = true, bool byMac = true)
    {
        var text = arguments.Needed(option);
        VirException? reason = null;
        if (byName)
        {
            try
            {
                return await Connection.LookupInterfaceByNameAsync(text);
            }
            catch (VirException error)
            {
                reason = error;
            }
        }

        if (byMac && MacText.Normalize(text) is not null)
        {
            return await Connection.LookupInterfaceByMacStringAsync(text)
                .OrFail($"failed to get interface '{text}'");
        }

        throw new CommandFailure($"failed to get interface '{text}'", reason);
    }

    private async Task<T> FindAsync<T>(
        Arguments arguments,
        string option,
        string kind,
        DomainKeys keys,
        Func<VirUuid, ValueTask<T>>? byUuid,
        Func<string, ValueTask<T>> byName)
        where T : class
    {
        var text = arguments.Needed(option);
        Debug(LogLevel.Info, $"{arguments.CommandName}: found option <{option}>: {text}");
        VirException? reason = null;
        if (byUuid is not null && keys.HasFlag(DomainKeys.Uuid) && text.Length == UuidTextLength
            && VirUuid.TryParse(text, out var uuid))
        {
            try
            {
                return await byUuid(uuid);
            }
            catch (VirException error)
            {
                reason = error;
            }
        }

        return keys.HasFlag(DomainKeys.Name)
            ? await byName(text).OrFail($"failed to get {kind} '{text}'")
            : throw new CommandFailure($"failed to get {kind} '{text}'", reason);
    }
}
