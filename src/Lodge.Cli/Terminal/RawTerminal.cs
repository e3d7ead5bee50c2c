using System.Runtime.InteropServices;

namespace Lodge.Cli.Terminal;

/// <summary>
/// Puts the terminal of standard input into raw mode, and back as it was when disposed, come what may.
/// </summary>
/// <remarks>Source: termios(3).</remarks>
internal sealed partial class RawTerminal : IDisposable
{
    private const int Now = 0;
    private const int AfterOutputDroppingInput = 2;
    private const uint InputFlags = 0x1 | 0x2 | 0x8 | 0x20 | 0x40 | 0x80 | 0x100 | 0x400;
    private const uint OutputPostProcessing = 0x1;
    private const uint LocalFlags = 0x1 | 0x2 | 0x8 | 0x40 | 0x8000;
    private const uint CharacterSize = 0x30;
    private const uint Parity = 0x100;

    private readonly Termios _before;
    private readonly PosixSignalRegistration[] _signals;
    private bool _restored;

    private RawTerminal(Termios before)
    {
        _before = before;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Restore()),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Restore()),
        ];
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Standard input is a terminal.</summary>
    internal static bool IsTerminal => GetAttributes(0, out _) == 0;

    /// <summary>Standard output is a terminal.</summary>
    internal static bool IsOutputTerminal => GetAttributes(1, out _) == 0;

    /// <summary>Enters raw mode.</summary>
    /// <param name="keepOutput">Line ends that are printed still return to the first column.</param>
    /// <returns>The way back; null when standard input is no terminal.</returns>
    internal static RawTerminal? Enter(bool keepOutput)
    {
        if (GetAttributes(0, out var before) != 0)
        {
            return null;
        }

        var raw = before;
        raw.Input &= ~InputFlags;
        raw.Output &= keepOutput ? ~0u : ~OutputPostProcessing;
        raw.Local &= ~LocalFlags;
        raw.Control = (raw.Control & ~(CharacterSize | Parity)) | CharacterSize;
        raw.ReadOne();
        return SetAttributes(0, keepOutput ? Now : AfterOutputDroppingInput, in raw) == 0
            ? new RawTerminal(before)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Restore();
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(int descriptor, out Termios attributes);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(int descriptor, int when, in Termios attributes);

    private void OnExit(object? sender, EventArgs e) => Restore();

    private void Restore()
    {
        if (!_restored)
        {
            _restored = true;
            _ = SetAttributes(0, Now, in _before);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Termios
    {
        private const int ReadMinimum = 6;
        private const int ReadTime = 5;

        internal uint Input;
        internal uint Output;
        internal uint Control;
        internal uint Local;
        private readonly byte _line;
        private fixed byte _characters[32];
        private readonly uint _inputSpeed;
        private readonly uint _outputSpeed;

        internal void ReadOne()
        {
            _characters[ReadMinimum] = 1;
            _characters[ReadTime] = 0;
        }
    }
}
