using Lodge.Install.Flow;
using Lodge.Install.Media;
using Lodge.Install.Options;

namespace Lodge.Web.NewGuest;

/// <summary>Makes one kind of fault of the many that an installation has.</summary>
internal static class InstallErrors
{
    /// <summary>Does a part of an installation.</summary>
    /// <exception cref="InvalidOperationException">It cannot be done; the message says why.</exception>
    public static async Task<T> TellAsync<T>(Func<Task<T>> deed)
    {
        try
        {
            return await deed();
        }
        catch (Exception error) when (error is OptionException or InstallFailure or InstallSourceException
            or FormatException or HttpRequestException)
        {
            throw new InvalidOperationException(error.Message.Trim(), error);
        }
    }
}
