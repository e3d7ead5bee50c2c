using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lodge.Web.Options;

namespace Lodge.Web.Certificates;

/// <summary>The certificate that the server shows: the user's, or one of its own making that it keeps.</summary>
internal static class ServerCertificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>Reads it, or makes it.</summary>
    /// <exception cref="CryptographicException">The file is not a certificate with its key.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static X509Certificate2 Load(WebOptions options)
    {
        if (options.CertificateFile is { } file)
            return X509Certificate2.CreateFromPemFile(file, options.KeyFile ?? file);
        var own = Path.Combine(options.StateFolder, "certificate.pem");
        if (File.Exists(own) && ReadOwn(own) is { } kept) return kept;
        using var made = Make(Names(), DateTimeOffset.UtcNow);
        Write(own, made);
        return X509Certificate2.CreateFromPemFile(own, own);
    }

    /// <summary>Makes a certificate for names and addresses, signed by itself.</summary>
    public static X509Certificate2 Make(IEnumerable<string> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=lodge-web", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], false));
        return request.CreateSelfSigned(now.AddMinutes(-5), now + Life);
    }

    private static X509Certificate2? ReadOwn(string file)
    {
        try
        {
            var kept = X509Certificate2.CreateFromPemFile(file, file);
            if (kept.NotAfter - RenewedBefore > DateTime.Now) return kept;
            kept.Dispose();
        }
        catch (CryptographicException)
        {
            // What is there is no certificate any more: another takes its place.
        }

        return null;
    }

    private static void Write(string file, X509Certificate2 certificate)
    {
        var text = certificate.ExportCertificatePem() + "\n"
            + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var stream = new StreamWriter(file + ".new", options);
        stream.Write(text);
        stream.Close();
        File.Move(file + ".new", file, overwrite: true);
    }

    private static HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "::1" };
        if (Environment.MachineName is { Length: > 0 } host) names.Add(host);
        return names;
    }
}
