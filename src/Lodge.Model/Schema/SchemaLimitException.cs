namespace Lodge.Model.Schema;

/// <summary>A document whose check would take more memory than any honest one's.</summary>
internal sealed class SchemaLimitException()
    : Exception("the document is too complex to be checked against its schema");
