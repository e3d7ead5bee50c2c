using Lodge.Daemon.Domains;
using Lodge.Daemon.Secrets;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Model.Schema;
using Lodge.Model.Secret;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Secrets: making, reading and forgetting them.</summary>
/// <param name="driver">Has them.</param>
internal sealed class SecretProcedures(SecretDriver driver) : ISecretProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<SecretLookupByUuidRet> SecretLookupByUuidAsync(ClientCall call, SecretLookupByUuidArgs args) =>
        new(new SecretLookupByUuidRet { Secret = driver.Find(args.Uuid).Wire });

    /// <inheritdoc/>
    public ValueTask<SecretLookupByUsageRet> SecretLookupByUsageAsync(
        ClientCall call, SecretLookupByUsageArgs args) =>
        new(new SecretLookupByUsageRet { Secret = driver.Find((SecretUsage)args.UsageType, args.UsageID).Wire });

    /// <inheritdoc/>
    public ValueTask<SecretDefineXmlRet> SecretDefineXmlAsync(ClientCall call, SecretDefineXmlArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)VirSecretDefineFlags.VIR_SECRET_DEFINE_VALIDATE, "secretDefineXML");
        SchemaCheck.WhereAsked(
            args.Flags, VirSecretDefineFlags.VIR_SECRET_DEFINE_VALIDATE, SchemaKind.Secret, args.Xml);
        return new(new SecretDefineXmlRet { Secret = driver.Define(SecretXml.Parse(args.Xml)).Wire });
    }

    /// <inheritdoc/>
    public ValueTask<SecretGetXmlDescRet> SecretGetXmlDescAsync(ClientCall call, SecretGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "secretGetXMLDesc");
        return new(new SecretGetXmlDescRet { Xml = SecretXml.Format(driver.Find(args.Secret.Uuid).Definition) });
    }

    /// <inheritdoc/>
    public ValueTask SecretSetValueAsync(ClientCall call, SecretSetValueArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "secretSetValue");
        driver.SetValue(args.Secret.Uuid, args.Value);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<SecretGetValueRet> SecretGetValueAsync(ClientCall call, SecretGetValueArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "secretGetValue");
        var secret = driver.Find(args.Secret.Uuid);
        if (secret.Definition.IsPrivate)
            throw SecretErrors.Of(VirErrorNumber.VIR_ERR_INVALID_SECRET, "secret is private");
        return new(new SecretGetValueRet { Value = secret.Value ?? throw SecretErrors.NoValue(args.Secret.Uuid) });
    }

    /// <inheritdoc/>
    public ValueTask SecretUndefineAsync(ClientCall call, SecretUndefineArgs args)
    {
        driver.Undefine(args.Secret.Uuid);
        return default;
    }
}
