namespace Lodge.Qemu.Qmp.Events;

/// <summary><c>MIGRATION</c>: a migration, also one into a file, went into another state.</summary>
/// <param name="Status"><c>setup</c>, <c>active</c>, <c>pre-switchover</c>, <c>device</c>, <c>completed</c>,
/// <c>failed</c>, <c>cancelled</c> …</param>
public sealed record MigrationEvent(string Status) : QmpEvent;

/// <summary><c>MIGRATION_PASS</c>: all of the memory was sent once more.</summary>
/// <param name="Pass">How often by now.</param>
public sealed record MigrationPassEvent(int Pass) : QmpEvent;

/// <summary><c>DUMP_COMPLETED</c>: the guest's memory is in the file.</summary>
/// <param name="Status"><c>completed</c> or <c>failed</c>.</param>
/// <param name="CompletedBytes">How much was written.</param>
/// <param name="TotalBytes">How much there was.</param>
/// <param name="Error">What went wrong, or null.</param>
public sealed record DumpCompletedEvent(string Status, ulong CompletedBytes, ulong TotalBytes, string? Error)
    : QmpEvent;
