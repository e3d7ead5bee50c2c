namespace System.Runtime.CompilerServices;

/// <summary>
/// Lets init-only properties and records compile for netstandard2.0, where the compiler loads generators.
/// </summary>
internal static class IsExternalInit;
