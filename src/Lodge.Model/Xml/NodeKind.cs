namespace Lodge.Model.Xml;

/// <summary>What a node of a kept fragment is.</summary>
public enum NodeKind
{
    /// <summary>An element.</summary>
    Element,

    /// <summary>Characters.</summary>
    Text,

    /// <summary>A <c>CDATA</c> section.</summary>
    CharacterData,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A processing instruction.</summary>
    Instruction,
}
