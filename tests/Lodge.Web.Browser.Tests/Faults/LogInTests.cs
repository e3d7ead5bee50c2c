using Lodge.Web.Browser.Tests.Browsing;
using Lodge.Web.Browser.Tests.Serving;

namespace Lodge.Web.Browser.Tests.Faults;

/// <summary>Who may look at the pages, and for how long.</summary>
[Collection(OneBrowser.Name)]
public sealed class LogInTests(Chromium chromium)
{
    [Fact]
    public async Task A_wrong_password_is_said_so_and_the_right_one_opens_the_page_that_was_asked_for()
    {
        await using var web = await LodgeWebProcess.StartAsync("test:///default");
        await using var visitor = await chromium.OpenAsync(web.Address);
        await visitor.Page.GotoAsync("/events");
        await visitor.LogInAsync("wrong");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await visitor.PictureAsync("login-wrong-1440-light");
        await visitor.LogInAsync();
        await Expect(visitor.Page.Locator("main h1")).ToHaveTextAsync("Events");
    }

    [Fact]
    public async Task An_open_page_leads_to_the_log_in_when_the_time_is_over_and_back_after_it()
    {
        await using var web = await LodgeWebProcess.StartAsync("test:///default", "--login-life", "0:00:10");
        await using var visitor = await chromium.OpenAsync(web.Address);
        await visitor.LogInAsync();
        await Expect(visitor.Page.Locator("main h1")).ToHaveTextAsync("Guests");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Networks" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("has expired");
        await visitor.LogInAsync();
        await Expect(visitor.Page.Locator("main h1")).ToHaveTextAsync("Networks");
    }

    [Fact]
    public async Task A_server_that_was_started_again_takes_no_old_log_in_and_the_page_finds_it_by_itself()
    {
        await using var web = await LodgeWebProcess.StartAsync("test:///default");
        await using var visitor = await chromium.OpenAsync(web.Address);
        await visitor.LogInAsync();
        await Expect(visitor.Row("test")).ToBeVisibleAsync();
        await web.RestartAsync();
        await Expect(visitor.Page.Locator("#password")).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await visitor.LogInAsync();
        await Expect(visitor.Row("test")).ToBeVisibleAsync();
    }
}
