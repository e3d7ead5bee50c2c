namespace Lodge.Model.Nwfilter;

/// <summary>Numbers that have names in filters.</summary>
internal sealed class WordTable(params (ulong Number, string Word)[] words)
{
    /// <summary>Types of frames (<c>protocolid</c>, <c>encap-protocol</c>).</summary>
    public static WordTable EtherTypes { get; } =
        new((0x0806, "arp"), (0x8035, "rarp"), (0x0800, "ipv4"), (0x86dd, "ipv6"), (0x8100, "vlan"));

    /// <summary>What ARP asks or answers (<c>opcode</c>).</summary>
    public static WordTable ArpOpcodes { get; } = new(
        (1, "Request"), (2, "Reply"), (3, "Request_Reverse"), (4, "Reply_Reverse"), (5, "DRARP_Request"),
        (6, "DRARP_Reply"), (7, "DRARP_Error"), (8, "InARP_Request"), (9, "ARP_NAK"));

    /// <summary>What IP carries (<c>protocol</c>).</summary>
    public static WordTable IpProtocols { get; } = new(
        (6, "tcp"), (17, "udp"), (136, "udplite"), (50, "esp"), (51, "ah"), (1, "icmp"), (2, "igmp"), (132, "sctp"),
        (58, "icmpv6"));

    /// <summary>States of a connection, a bit each (<see cref="ConnectionStates"/>).</summary>
    public static WordTable States { get; } = new(
        ((ulong)ConnectionStates.New, "NEW"), ((ulong)ConnectionStates.Established, "ESTABLISHED"),
        ((ulong)ConnectionStates.Related, "RELATED"), ((ulong)ConnectionStates.Invalid, "INVALID"),
        ((ulong)ConnectionStates.None, "NONE"));

    /// <summary>Flags of TCP, a bit each.</summary>
    public static WordTable TcpFlags { get; } = new(
        (0x1, "FIN"), (0x2, "SYN"), (0x4, "RST"), (0x8, "PSH"), (0x10, "ACK"), (0x20, "URG"), (0x3f, "ALL"),
        (0, "NONE"));

    /// <summary>The word of a number, or null.</summary>
    public string? Word(ulong number) => Array.Find(words, entry => entry.Number == number).Word;

    /// <summary>The number of a word in any case, or null.</summary>
    public ulong? Number(string word)
    {
        var index = Array.FindIndex(words, entry =>
            string.Equals(entry.Word, word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : words[index].Number;
    }

    /// <summary>
    /// The bits of a list of words, with commas and spaces between them or nothing; null for an unknown word.
    /// </summary>
    public ulong? Bits(ReadOnlySpan<char> list)
    {
        var bits = 0UL;
        while (!(list = list.TrimStart(" \t\n\v\f\r,")).IsEmpty)
        {
            var found = -1;
            for (var index = 0; index < words.Length && found < 0; index++)
            {
                found = list.StartsWith(words[index].Word, StringComparison.OrdinalIgnoreCase) ? index : -1;
            }

            if (found < 0)
            {
                return null;
            }

            bits |= words[found].Number;
            list = list[words[found].Word.Length..];
        }

        return bits;
    }

    /// <summary>The words of the bits, lowest first.</summary>
    public string Words(ulong bits) => string.Join(',',
        from entry in words
        where ulong.IsPow2(entry.Number) && (bits & entry.Number) != 0
        orderby entry.Number
        select entry.Word);
}
