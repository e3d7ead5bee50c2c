using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Testing;
using Xunit.Sdk;

namespace Lodge.Guest.Tests.KillStorm;

/// <summary>One guest of the storm: what the daemon has promised of it, and what it was asked when it died.</summary>
internal sealed class StormGuest(string name, Random random)
{
    private Change _askedFor = Change.Nothing;
    private int _version;
    private bool _running;
    private int _id;

    private enum Change
    {
        Nothing,
        Define,
        Start,
        Destroy,
    }

    public string Name { get; } = name;

    /// <summary>How many changes the daemon acknowledged in all.</summary>
    public int Changes { get; private set; }

    /// <summary>Defines the guest for the first time.</summary>
    public async Task DefineAsync(LibvirtConnection connection) =>
        await connection.DefineDomainXmlAsync(Xml(_version));

    /// <summary>Asks for one change after another until the daemon is gone.</summary>
    public async Task ChangeUntilGoneAsync(LibvirtConnection connection, CancellationToken gone)
    {
        try
        {
            while (!gone.IsCancellationRequested)
            {
                _askedFor = random.Next(4) == 0 ? Change.Define : _running ? Change.Destroy : Change.Start;
                await ChangeAsync(connection);
                Changes++;
                _askedFor = Change.Nothing;
            }
        }
        catch (Exception lost) when (lost is VirException or IOException or ObjectDisposedException)
        {
            // The daemon died under a change: it may have happened, or not, but not by half.
            if (lost is VirException { Domain: not (VirErrorDomain.VIR_FROM_RPC or VirErrorDomain.VIR_FROM_REMOTE) })
            {
                throw new XunitException($"{_askedFor} of {Name} failed while the daemon lived: {lost.Message}");
            }
        }
    }

    /// <summary>
    /// Compares what the daemon knows after its return with what it promised, and takes it for the truth.
    /// </summary>
    public async Task CheckAsync(LibvirtConnection connection, LodgedProcess lodged)
    {
        var domain = await connection.LookupDomainByNameAsync(Name);
        var xml = await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        var next = xml.Contains($"<title>version {_version + 1}</title>", StringComparison.Ordinal);
        Assert.True(
            xml.Contains($"<title>version {_version}</title>", StringComparison.Ordinal)
                || (next && _askedFor == Change.Define),
            $"{Name} should be at version {_version} after {_askedFor}: {xml}");
        _version += next ? 1 : 0;

        var running = domain.Id > 0;
        var unsure = _askedFor is Change.Start or Change.Destroy;
        Assert.True(unsure || running == _running, $"{Name} runs: {running}, promised: {_running}, asked: {_askedFor}");
        if (running && _running && !unsure && _id > 0)
        {
            Assert.Equal(_id, domain.Id);
        }

        await QemuOf.ExpectAsync(lodged, Name, running);
        (_running, _id, _askedFor) = (running, domain.Id, Change.Nothing);
    }

    /// <summary>Ends the guest and forgets it.</summary>
    public async Task RemoveAsync(LibvirtConnection connection)
    {
        var domain = await connection.LookupDomainByNameAsync(Name);
        if (_running)
        {
            await domain.DestroyAsync();
        }

        await domain.UndefineAsync();
    }

    private async Task ChangeAsync(LibvirtConnection connection)
    {
        if (_askedFor == Change.Define)
        {
            await connection.DefineDomainXmlAsync(Xml(_version + 1));
            _version++;
            return;
        }

        var domain = await connection.LookupDomainByNameAsync(Name);
        if (_askedFor == Change.Destroy)
        {
            await domain.DestroyAsync();
            (_running, _id) = (false, 0);
            return;
        }

        await domain.CreateAsync();
        (_running, _id) = (true, 0);
        _id = (await connection.LookupDomainByNameAsync(Name)).Id;
    }

    private string Xml(int version) => TestGuest.EmptyXml(Name).Replace(
        "<name>", $"<title>version {version}</title><uuid>{Uuid()}</uuid><name>", StringComparison.Ordinal);

    private string Uuid() => $"00000000-0000-4000-8000-{Name.GetHashCode(StringComparison.Ordinal):x12}";
}
