using Lodge.Cli;

return await ToolTable.RunAsync(Environment.GetCommandLineArgs()[0], args);
