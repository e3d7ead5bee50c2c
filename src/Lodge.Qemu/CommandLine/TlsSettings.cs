namespace Lodge.Qemu.CommandLine;

/// <summary>Certificates of one kind of encrypted connection.</summary>
/// <param name="Directory">The folder with <c>ca-cert.pem</c>, <c>server-cert.pem</c>, <c>server-key.pem</c>.</param>
/// <param name="VerifyPeer">Whether clients must show a certificate of their own.</param>
/// <param name="KeySecret">The secret that opens the private key, or null where it is not encrypted.</param>
public sealed record TlsSettings(string Directory, bool VerifyPeer = false, Guid? KeySecret = null);
