namespace Lodge.Daemon.Domains;

/// <summary>A change somebody asks for.</summary>
/// <param name="Domain">Of which domain.</param>
/// <param name="Flags">Of the guest, the configuration, or both (<c>VIR_DOMAIN_AFFECT_*</c>).</param>
/// <param name="Api">The public function, for whoever waits for the domain.</param>
/// <param name="Cancellation">Ends waiting for the domain's turn.</param>
internal readonly record struct ChangeRequest(
    DomainObject Domain, uint Flags, string Api, CancellationToken Cancellation);
