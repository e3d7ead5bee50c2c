namespace Lodge.Install.Drafts;

/// <content>XML that was there already, written anew in a part of it.</content>
internal sealed partial class Draft
{
    /// <summary>Takes an element out with all that is in it; the one that it was in stays, even empty.</summary>
    public void Drop(string path)
    {
        if (_element is null) this[path] = null;
        else _element.Drop(path);
    }

    /// <summary>
    /// Puts what lies at and below a path into the order of the shape, as if all of it were made up now: for parts
    /// that an option brought, in the order in which it happened to set them.
    /// </summary>
    /// <param name="path">The path of an element; empty for this one.</param>
    public void Arrange(string path = "")
    {
        if (_element?.Find(path) is not { } there || DraftNode.Of(Apart(path)).Find(path) is not { } arranged) return;
        there.Become(arranged);
        foreach (var list in _lists.Keys.Where(list => path.Length == 0 || IsBelow(list, path)).ToArray())
            _lists.Remove(list);
    }

    private Draft Apart(string path)
    {
        var apart = new Draft(shape);
        foreach (var (place, value) in Values)
        {
            if (path.Length == 0 || IsBelow(place, path)) apart[place] = value;
        }

        foreach (var list in shape.Lists.Keys.Where(list => path.Length == 0 || IsBelow(list, path)))
        {
            foreach (var item in All(list)) apart.Add(list, item.Apart(""));
        }

        return apart;
    }
}
