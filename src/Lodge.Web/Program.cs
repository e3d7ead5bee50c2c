using Lodge.Web;
using Lodge.Web.Options;

return await WebCommand.RunAsync(args, WebServer.RunAsync);
