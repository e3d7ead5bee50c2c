using Lodge.Install.Editing;

namespace Lodge.Install.Tests.Editing;

/// <summary>Differences look as <c>diff -u</c> shows them.</summary>
public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_line_that_changed_stands_between_three_that_did_not() => Assert.Equal(
        "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
        UnifiedDiff.Of(Numbers(1, 9), Numbers(1, 9).Replace("5", "five", StringComparison.Ordinal), "a", "b"));

    [Fact]
    public void Changes_far_apart_stand_apart() => Assert.Equal(
        "--- a\n+++ b\n@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+21\n",
        UnifiedDiff.Of(Numbers(1, 20), Numbers(2, 20), "a", "b"));

    [Fact]
    public void What_is_the_same_has_none() => Assert.Empty(UnifiedDiff.Of("x\n", "x\n", "a", "b"));

    private static string Numbers(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(number => $"{number}\n"));
}
