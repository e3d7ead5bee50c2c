namespace Lodge.Qemu.Swtpm;

/// <summary>The account that swtpm runs as.</summary>
/// <param name="User">The user's number.</param>
/// <param name="Group">The group's number.</param>
public readonly record struct TpmAccount(uint User, uint Group);
