using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Lodge.Web.Pages.GuestPage;

/// <summary>
/// The script of a console in the browser. It ends with its part of the page, which may be left before the script has
/// begun.
/// </summary>
/// <param name="script">The browser.</param>
/// <param name="part">What the script tells of changes.</param>
internal sealed class ConsoleScript<TPart>(IJSRuntime script, TPart part) : IAsyncDisposable
    where TPart : class
{
    private readonly DotNetObjectReference<TPart> _part = DotNetObjectReference.Create(part);
    private IJSObjectReference? _console;
    private bool _isOpening;
    private bool _isLeft;

    /// <summary>Opens the console in an element of the page.</summary>
    /// <param name="module">The script.</param>
    /// <param name="element">The element.</param>
    /// <param name="address">Where its data come from.</param>
    /// <param name="more">What the script is told besides.</param>
    public async Task OpenAsync(string module, ElementReference element, string address, params object[] more)
    {
        _isOpening = true;
        try
        {
            var loaded = await script.InvokeAsync<IJSObjectReference>("import", module);
            if (!_isLeft)
                _console = await loaded.InvokeAsync<IJSObjectReference>("open", [element, address, _part, .. more]);
        }
        catch (Exception error) when (error is JSDisconnectedException or OperationCanceledException
            || (_isLeft && error is JSException))
        {
            // The browser has gone, or the element.
        }
        finally
        {
            _isOpening = false;
            if (_isLeft) await CloseAsync();
        }
    }

    /// <summary>Has the script do something, once it is open.</summary>
    public async Task CallAsync(string name, params object[] arguments)
    {
        try
        {
            if (_console is not null) await _console.InvokeVoidAsync(name, arguments);
        }
        catch (Exception error) when (error is JSDisconnectedException or OperationCanceledException or JSException)
        {
            // The browser has gone, or does not want to.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        if (!_isOpening) await CloseAsync();
    }

    private async Task CloseAsync()
    {
        await CallAsync("close");
        _part.Dispose();
    }
}
