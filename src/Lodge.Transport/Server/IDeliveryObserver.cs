namespace Lodge.Transport.Server;

/// <summary>Is told when a message has gone out whole.</summary>
public interface IDeliveryObserver
{
    /// <summary>The last byte was handed to the kernel, or the connection closed before that.</summary>
    /// <param name="delivered">False when the connection closed first.</param>
    void MessageDelivered(bool delivered);
}
