namespace Lodge.Web.Browser.Tests.Browsing;

/// <summary>All tests share one browser, one after the other: guests without KVM need a processor each.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "one browser";
}
