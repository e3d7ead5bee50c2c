using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.InMemory.Tests;

/// <summary>Secrets from a client's call to the disk and back.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly InMemoryDaemon _daemon = new();

    [Fact]
    public async Task A_value_is_read_back_unless_the_secret_is_private()
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = await _daemon.ConnectAsync();
        var open = await Define(connection, "no", "/open");
        var hidden = await Define(connection, "yes", "/hidden");
        await open.SetValueAsync([1, 2], cancellationToken: token);
        await hidden.SetValueAsync([3], cancellationToken: token);

        Assert.Equal([1, 2], await open.GetValueAsync(cancellationToken: token));
        var refused = await Assert.ThrowsAsync<VirException>(
            () => hidden.GetValueAsync(cancellationToken: token).AsTask());
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_INVALID_SECRET, VirErrorDomain.VIR_FROM_SECRET), (refused.Code, refused.Domain));
    }

    [Fact]
    public async Task Lists_are_filtered_by_their_flags()
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = await _daemon.ConnectAsync();
        await Define(connection, "no", "/open");
        await Define(connection, "yes", "/hidden");

        var hidden = await connection.ListAllSecretsAsync(
            VirConnectListAllSecretsFlags.VIR_CONNECT_LIST_SECRETS_PRIVATE, token);
        var none = await connection.ListAllSecretsAsync(
            VirConnectListAllSecretsFlags.VIR_CONNECT_LIST_SECRETS_EPHEMERAL, token);

        Assert.Equal("/hidden", Assert.Single(hidden).UsageId);
        Assert.Empty(none);
        Assert.Equal(2, await connection.NumOfSecretsAsync(token));
        Assert.Equal(2, (await connection.ListSecretsAsync(token)).Length);
    }

    [Fact]
    public async Task A_client_that_only_looks_gets_no_value()
    {
        var token = TestContext.Current.CancellationToken;
        await using var writer = await _daemon.ConnectAsync();
        var secret = await Define(writer, "no", "/open");
        await secret.SetValueAsync([1], cancellationToken: token);
        await using var reader = await _daemon.ConnectAsync(readOnly: true);
        var seen = await reader.LookupSecretByUsageAsync(
            VirSecretUsageType.VIR_SECRET_USAGE_TYPE_VOLUME, "/open", token);

        Assert.Equal(secret.Uuid, seen.Uuid);
        var refused = await Assert.ThrowsAsync<VirException>(
            () => seen.GetValueAsync(cancellationToken: token).AsTask());
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_DENIED, refused.Code);
    }

    [Fact]
    public async Task A_stream_of_events_tells_what_happened_to_one_secret()
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = await _daemon.ConnectAsync();
        var watched = await Define(connection, "no", "/watched");
        await using var events = await connection.SecretEventsAsync(
            VirSecretEventID.VIR_SECRET_EVENT_ID_VALUE_CHANGED, watched, token);
        await (await Define(connection, "no", "/other")).SetValueAsync([1], cancellationToken: token);
        await watched.SetValueAsync([1], cancellationToken: token);

        await foreach (var happened in events.WithCancellation(token))
        {
            Assert.Equal(watched.Uuid, happened.Secret.Uuid);
            break;
        }
    }

    public void Dispose() => _daemon.Dispose();

    private static async Task<Secret> Define(LibvirtConnection connection, string isPrivate, string path) =>
        await connection.DefineSecretXmlAsync(
            $"<secret private='{isPrivate}'><usage type='volume'><volume>{path}</volume></usage></secret>");
}
