namespace Lodge.Web.Browser.Tests.Browsing;

/// <summary>The consoles of a guest as a person reads and types them.</summary>
internal static class Consoles
{
    private const string Wait = """
        (element, [text, patience]) => new Promise((done, fail) => {
            const terminal = element.lodgeTerminal;
            const read = () => {
                const lines = [];
                for (let n = 0; n < terminal.buffer.active.length; n++)
                    lines.push(terminal.buffer.active.getLine(n).translateToString(true));
                return lines.join('\n');
            };
            const look = () => {
                if (!read().includes(text)) return;
                clearTimeout(timer);
                watch.dispose();
                done(read());
            };
            const timer = setTimeout(() => {
                watch.dispose();
                fail(new Error(`no '${text}' on the console: ${read().trim().slice(-1500)}`));
            }, patience);
            const watch = terminal.onWriteParsed(look);
            look();
        })
        """;

    private const string WaitForPixels = """
        (element, patience) => new Promise((done, fail) => {
            const look = () => {
                const canvas = element.querySelector('canvas');
                if (!canvas || canvas.width < 100) return null;
                return canvas.toDataURL();
            };
            let first = null;
            const end = performance.now() + patience;
            const timer = setInterval(() => {
                const now = look();
                first ??= now;
                if (now !== first) { clearInterval(timer); done(canvas(element)); }
                else if (performance.now() > end) { clearInterval(timer); fail(new Error('no pixel has changed')); }
            }, 100);
            const canvas = of => `${of.querySelector('canvas').width}x${of.querySelector('canvas').height}`;
        })
        """;

    /// <summary>Waits until the serial console shows a text.</summary>
    public static Task<string> ReadUntilAsync(this Visitor visitor, string text, int patience = 60_000) =>
        visitor.Page.Locator("[data-console=serial]").EvaluateAsync<string>(Wait, new object[] { text, patience });

    /// <summary>Types a line on the serial console.</summary>
    public static async Task TypeLineAsync(this Visitor visitor, string line)
    {
        await visitor.Page.Locator("[data-console=serial] textarea").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(line);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Runs a command in the guest; its answer is waited for by a mark that is not in what is typed.</summary>
    public static async Task RunAsync(this Visitor visitor, string command, string mark)
    {
        await visitor.TypeLineAsync($"{command} && echo {mark}-$((40+2))");
        await visitor.ReadUntilAsync($"{mark}-42");
    }

    /// <summary>Waits until the guest's screen shows something else than now.</summary>
    /// <returns>How large it is.</returns>
    public static Task<string> WaitForPixelsAsync(this Visitor visitor, int patience = 60_000) =>
        visitor.Page.Locator("[data-console=screen]").EvaluateAsync<string>(WaitForPixels, patience);

    /// <summary>Chooses one of the consoles of the guest's page, such as <c>serial:0</c>.</summary>
    public static async Task ChooseConsoleAsync(this Visitor visitor, string value)
    {
        await visitor.Page.GetByLabel("Console", new() { Exact = true }).SelectOptionAsync(value);
        var kind = value[..value.IndexOf(':', StringComparison.Ordinal)];
        await Expect(visitor.Page.Locator($"[data-console={kind}][data-state=open]")).ToBeVisibleAsync();
    }
}
