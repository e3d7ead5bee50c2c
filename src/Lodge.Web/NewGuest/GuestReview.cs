using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.NewGuest;

/// <summary>A guest as it would be made.</summary>
/// <param name="Xml">Its description.</param>
/// <param name="System">The name of its operating system.</param>
/// <param name="Warnings">What may not be meant.</param>
public sealed record GuestReview(string Xml, string System, IReadOnlyList<string> Warnings)
{
    /// <summary>Works it out; nothing is made.</summary>
    /// <exception cref="InvalidOperationException">The guest cannot be made like this; the message says
    /// why.</exception>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public static Task<GuestReview> MakeAsync(Hypervisor host, GuestWish wish,
        CancellationToken cancellation) => Task.Run(
        () => InstallErrors.TellAsync(async () =>
        {
            using var folder = new InstallFolder();
            var words = new InstallWords();
            var facts = await ConnectionFacts.ReadAsync(host.Connection, cancellation);
            await using var prepared = await new InstallPreparation(wish.ToRequest(folder.Path), facts, words)
            .RunAsync(cancellation);
            return new GuestReview(prepared.Plan.Domain.ToXml(), prepared.Plan.Os.Name, words.Warnings);
        }),
        cancellation);
}
