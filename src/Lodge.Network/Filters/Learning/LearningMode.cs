namespace Lodge.Network.Filters.Learning;

/// <summary>How a guest's address is learned (<c>CTRL_IP_LEARNING</c>).</summary>
internal enum LearningMode
{
    /// <summary>It must be given.</summary>
    None,

    /// <summary>By the leases that DHCP servers give, for as long as they hold.</summary>
    Dhcp,

    /// <summary>By a lease, or by the first address that the guest uses.</summary>
    Any,
}
