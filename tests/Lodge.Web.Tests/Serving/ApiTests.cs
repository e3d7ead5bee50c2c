using System.Net;
using System.Net.Http.Headers;
using Lodge.Web.Api;

namespace Lodge.Web.Tests.Serving;

public sealed class ApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_program_without_a_token_is_told_so()
    {
        using var client = server.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/guests")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/metrics")).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "lodge_guessed");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/guests")).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_the_guests_the_figures_and_the_description_of_it_all()
    {
        using var client = server.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.MakeToken());
        Assert.Contains("6695eb01-f6a4-8304-79aa-97f2502e193f", await client.GetStringAsync("/api/v1/guests"),
            StringComparison.Ordinal);
        Assert.Contains(
            "lodge_host_up{host=\"test\"} 1", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Contains("/api/v1/guests", await client.GetStringAsync("/api/openapi.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_pauses_a_guest_and_a_deed_without_sense_is_refused()
    {
        const string Guest = "/api/v1/hosts/test/guests/6695eb01-f6a4-8304-79aa-97f2502e193f";
        using var client = server.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.MakeToken());
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"{Guest}/start", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"{Guest}/pause", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Guest}/fly", null)).StatusCode);
    }

    [Theory]
    [InlineData("a\"b", "a\\\"b")]
    [InlineData("a\nb\\", "a\\nb\\\\")]
    public void A_name_cannot_break_a_line_of_figures(string name, string written) =>
        Assert.Equal(written, MetricsEndpoint.Escaped(name));
}
