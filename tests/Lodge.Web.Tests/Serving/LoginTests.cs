using System.Net;

namespace Lodge.Web.Tests.Serving;

public sealed class LoginTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_stranger_is_led_to_the_log_in_from_every_page()
    {
        using var client = server.Client();
        foreach (var page in (string[])["/", "/events", "/hosts/test", "/_blazor/negotiate"])
        {
            var answer = await client.GetAsync(page);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden, page);
        }
    }

    [Fact]
    public async Task The_right_password_opens_the_pages_and_the_way_out_closes_them()
    {
        using var client = server.Client();
        var answer = await server.LogInAsync(client, "right", next: "/events");
        Assert.Equal("/events", answer.Headers.Location?.ToString());
        Assert.Contains("__Host-lodge=", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        var leave = new HttpRequestMessage(HttpMethod.Post, "/logout");
        leave.Headers.Add("Origin", server.Address);
        await client.SendAsync(leave);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        using var client = server.Client();
        var answer = await server.LogInAsync(client, "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("do not belong together", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_log_in_or_open_a_socket()
    {
        using var client = server.Client();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await server.LogInAsync(client, "right", origin: "https://evil.example")).StatusCode);
        await server.LogInAsync(client, "right");
        var socket = new HttpRequestMessage(HttpMethod.Get, $"/consoles/test/{Guid.Empty}/serial");
        socket.Headers.Add("Origin", "https://evil.example");
        socket.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(socket)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task The_log_in_leads_to_no_other_site(string next)
    {
        using var client = server.Client();
        Assert.Equal("/", (await server.LogInAsync(client, "right", next: next)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task No_script_runs_that_the_server_did_not_send()
    {
        using var client = server.Client();
        var policy = (await client.GetAsync("/login")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }
}
