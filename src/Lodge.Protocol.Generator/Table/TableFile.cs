using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lodge.Protocol.Generator.Table;

/// <summary>One file of the table; equal by content, so that an edit elsewhere generates nothing anew.</summary>
internal sealed record TableFile(string Path, string Text)
{
    /// <summary>The line and column of an offset.</summary>
    public Location LocationOf(int offset)
    {
        offset = Math.Min(Math.Max(offset, 0), Text.Length);
        var line = 0;
        var column = 0;
        for (var i = 0; i < offset; i++)
        {
            column++;
            if (Text[i] == '\n')
            {
                line++;
                column = 0;
            }
        }

        var place = new LinePosition(line, column);
        return Location.Create(Path, new TextSpan(offset, 0), new LinePositionSpan(place, place));
    }
}
