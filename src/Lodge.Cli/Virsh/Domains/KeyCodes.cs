namespace Lodge.Cli.Virsh.Domains;

/// <summary>Keys that are pressed in a guest.</summary>
/// <remarks>Source: the key codes of Linux's <c>input-event-codes.h</c>.</remarks>
internal static class KeyCodes
{
    private const uint Most = 0xFFFF;

    /// <summary>
    /// The names without their <c>KEY_</c>, each at the place of its code; <c>-</c> where there is no key.
    /// </summary>
    private const string LinuxNames = """
        - ESC 1 2 3 4 5 6 7 8 9 0 MINUS EQUAL BACKSPACE TAB Q W E R T Y U I O P LEFTBRACE RIGHTBRACE ENTER
        LEFTCTRL A S D F G H J K L SEMICOLON APOSTROPHE GRAVE LEFTSHIFT BACKSLASH Z X C V B N M COMMA DOT
        SLASH RIGHTSHIFT KPASTERISK LEFTALT SPACE CAPSLOCK F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NUMLOCK SCROLLLOCK
        KP7 KP8 KP9 KPMINUS KP4 KP5 KP6 KPPLUS KP1 KP2 KP3 KP0 KPDOT - ZENKAKUHANKAKU 102ND F11 F12 RO
        KATAKANA HIRAGANA HENKAN KATAKANAHIRAGANA MUHENKAN KPJPCOMMA KPENTER RIGHTCTRL KPSLASH SYSRQ
        RIGHTALT LINEFEED HOME UP PAGEUP LEFT RIGHT END DOWN PAGEDOWN INSERT DELETE MACRO MUTE VOLUMEDOWN
        VOLUMEUP POWER KPEQUAL KPPLUSMINUS PAUSE SCALE KPCOMMA HANGEUL HANJA YEN LEFTMETA RIGHTMETA COMPOSE
        STOP AGAIN PROPS UNDO FRONT COPY OPEN PASTE FIND CUT HELP MENU CALC SETUP SLEEP WAKEUP FILE SENDFILE
        DELETEFILE XFER PROG1 PROG2 WWW MSDOS COFFEE ROTATE_DISPLAY CYCLEWINDOWS MAIL BOOKMARKS COMPUTER
        BACK FORWARD CLOSECD EJECTCD EJECTCLOSECD NEXTSONG PLAYPAUSE PREVIOUSSONG STOPCD RECORD REWIND PHONE
        ISO CONFIG HOMEPAGE REFRESH EXIT MOVE EDIT SCROLLUP SCROLLDOWN KPLEFTPAREN KPRIGHTPAREN NEW REDO F13
        F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 - - - - - PLAYCD PAUSECD PROG3 PROG4 ALL_APPLICATIONS
        SUSPEND CLOSE PLAY FASTFORWARD BASSBOOST PRINT HP CAMERA SOUND QUESTION EMAIL CHAT SEARCH CONNECT
        FINANCE SPORT SHOP ALTERASE CANCEL BRIGHTNESSDOWN BRIGHTNESSUP MEDIA SWITCHVIDEOMODE KBDILLUMTOGGLE
        KBDILLUMDOWN KBDILLUMUP SEND REPLY FORWARDMAIL SAVE DOCUMENTS BATTERY BLUETOOTH WLAN UWB UNKNOWN
        VIDEO_NEXT VIDEO_PREV BRIGHTNESS_CYCLE BRIGHTNESS_AUTO DISPLAY_OFF WWAN RFKILL
        """;

    private static readonly string[] Codesets =
        ["linux", "xt", "atset1", "atset2", "atset3", "osx", "xt_kbd", "usb", "win32", "qnum"];

    /// <summary>The set of codes of a name.</summary>
    internal static VirKeycodeSet Codeset(string name)
    {
        var number = Array.IndexOf(Codesets, name == "rfb" ? "qnum" : name);
        return number < 0 ? throw new CommandFailure($"unknown codeset: '{name}'") : (VirKeycodeSet)number;
    }

    /// <summary>Reads a key: a number, also in hexadecimal, or a name such as <c>KEY_ENTER</c>.</summary>
    internal static uint Parse(VirKeycodeSet codeset, string text)
    {
        if (TryNumber(text, out var number))
        {
            return number;
        }

        var names = LinuxNames.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var code = codeset == VirKeycodeSet.VIR_KEYCODE_SET_LINUX && text.StartsWith("KEY_", StringComparison.Ordinal)
            ? Array.IndexOf(names, text[4..])
            : -1;
        return code < 0 ? throw new CommandFailure($"invalid keycode: '{text}'") : (uint)code;
    }

    private static bool TryNumber(string text, out uint number)
    {
        var isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return uint.TryParse(
            isHexadecimal ? text.AsSpan(2) : text,
            isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out number) && number <= Most;
    }
}
