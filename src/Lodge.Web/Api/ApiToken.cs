namespace Lodge.Web.Api;

/// <summary>A token that was made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="User">Who made it.</param>
/// <param name="Made">When.</param>
/// <param name="Hash">What is left of it by SHA-256.</param>
public sealed record ApiToken(string Name, string User, DateTimeOffset Made, string Hash);
