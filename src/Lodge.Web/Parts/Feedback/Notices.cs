namespace Lodge.Web.Parts.Feedback;

/// <summary>What one browser is told at the moment.</summary>
public sealed class Notices
{
    private const int Most = 4;
    private readonly List<Notice> _shown = [];
    private int _count;

    /// <summary>Is raised when there is another notice, or one less.</summary>
    public event Action? Changed;

    /// <summary>The notices, oldest first.</summary>
    public IReadOnlyList<Notice> Shown => _shown;

    /// <summary>Tells something.</summary>
    public void Say(string text) => Add(text, isBad: false);

    /// <summary>Tells that something went wrong; it stays until it is put away.</summary>
    public void Complain(string text) => Add(text, isBad: true);

    /// <summary>Puts a notice away.</summary>
    public void Remove(int id)
    {
        if (_shown.RemoveAll(notice => notice.Id == id) > 0) Changed?.Invoke();
    }

    private void Add(string text, bool isBad)
    {
        _shown.RemoveAll(notice => notice.Text == text);
        _shown.Add(new Notice(++_count, text, isBad));
        if (_shown.Count > Most) _shown.RemoveAt(0);
        Changed?.Invoke();
    }
}
