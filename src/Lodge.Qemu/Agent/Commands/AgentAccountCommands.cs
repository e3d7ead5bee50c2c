using System.Text;
using System.Text.Json;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent.Commands;

/// <summary>Accounts inside a guest.</summary>
public static class AgentAccountCommands
{
    /// <summary><c>guest-set-user-password</c>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="user">Whose.</param>
    /// <param name="password">The password, or what <c>crypt(3)</c> makes of it.</param>
    /// <param name="isEncrypted">Which of these.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SetUserPasswordAsync(
        this AgentClient agent,
        string user,
        string password,
        bool isEncrypted,
        CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-set-user-password",
            json =>
            {
                json.WriteBoolean("crypted", isEncrypted);
                json.WriteString("username", user);
                json.WriteBase64String("password", Encoding.UTF8.GetBytes(password));
            },
            static _ => true,
            cancellationToken);

    /// <summary><c>guest-ssh-get-authorized-keys</c>.</summary>
    public static Task<string[]> GetAuthorizedKeysAsync(
        this AgentClient agent, string user, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-ssh-get-authorized-keys",
            json => json.WriteString("username", user),
            static answer => answer.OptionalArray("keys").Select(key => key.GetString() ?? "").ToArray(),
            cancellationToken);

    /// <summary><c>guest-ssh-add-authorized-keys</c>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="user">Whose.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="takePlace">Whether they take the place of those there.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task AddAuthorizedKeysAsync(
        this AgentClient agent,
        string user,
        IReadOnlyCollection<string> keys,
        bool takePlace,
        CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-ssh-add-authorized-keys",
            json =>
            {
                WriteKeys(json, user, keys);
                json.WriteBoolean("reset", takePlace);
            },
            static _ => true,
            cancellationToken);

    /// <summary><c>guest-ssh-remove-authorized-keys</c>.</summary>
    public static Task RemoveAuthorizedKeysAsync(
        this AgentClient agent,
        string user,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-ssh-remove-authorized-keys",
            json => WriteKeys(json, user, keys),
            static _ => true,
            cancellationToken);

    private static void WriteKeys(Utf8JsonWriter json, string user, IReadOnlyCollection<string> keys)
    {
        json.WriteString("username", user);
        json.WriteStartArray("keys");
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }
}
