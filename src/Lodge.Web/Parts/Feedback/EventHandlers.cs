using Microsoft.AspNetCore.Components;

namespace Lodge.Web.Parts.Feedback;

/// <summary>Events of the browser that the framework does not know by itself.</summary>
[EventHandler("onanimationend", typeof(EventArgs))]
public static class EventHandlers;
