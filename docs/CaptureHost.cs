using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace ExecPS.Docs
{
    /// <summary>A PowerShell host that collects the displayed text. It doesn't support prompts.</summary>
    public sealed class CaptureHost : PSHost
    {
        private readonly CaptureUI _ui;

        public CaptureHost(int columns)
        {
            _ui = new CaptureUI(columns);
        }

        public override CultureInfo CurrentCulture { get { return CultureInfo.GetCultureInfo("en-US"); } }
        public override CultureInfo CurrentUICulture { get { return CultureInfo.GetCultureInfo("en-US"); } }
        public override Guid InstanceId { get; } = Guid.NewGuid();
        public override string Name { get { return "CaptureHost"; } }
        public override PSHostUserInterface UI { get { return _ui; } }
        public override Version Version { get { return new Version(1, 0); } }

        /// <summary>Returns the text since the last call.</summary>
        public string TakeText()
        {
            lock (_ui.Text)
            {
                var text = _ui.Text.ToString();
                _ui.Text.Clear();
                return text;
            }
        }

        public override void EnterNestedPrompt() { throw new NotSupportedException(); }
        public override void ExitNestedPrompt() { throw new NotSupportedException(); }
        public override void NotifyBeginApplication() { }
        public override void NotifyEndApplication() { }
        public override void SetShouldExit(int exitCode) { }
    }

    internal sealed class CaptureUI : PSHostUserInterface
    {
        private readonly CaptureRawUI _rawUI;

        public CaptureUI(int columns)
        {
            _rawUI = new CaptureRawUI(columns);
        }

        public StringBuilder Text { get; } = new StringBuilder();
        public override PSHostRawUserInterface RawUI { get { return _rawUI; } }

        public override void Write(string value)
        {
            lock (Text) Text.Append(value);
        }

        public override void WriteLine(string value) { Write(value + "\n"); }
        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) { Write(value); }
        public override void WriteErrorLine(string value) { WriteLine(value); }
        public override void WriteDebugLine(string message) { WriteLine("DEBUG: " + message); }
        public override void WriteVerboseLine(string message) { WriteLine("VERBOSE: " + message); }
        public override void WriteWarningLine(string message) { WriteLine("WARNING: " + message); }
        public override void WriteProgress(long sourceId, ProgressRecord record) { }
        public override string ReadLine() { throw new NotSupportedException(); }
        public override SecureString ReadLineAsSecureString() { throw new NotSupportedException(); }
        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw new NotSupportedException(); }
        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) { throw new NotSupportedException(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw new NotSupportedException(); }
        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) { throw new NotSupportedException(); }
    }

    internal sealed class CaptureRawUI : PSHostRawUserInterface
    {
        private readonly Size _size;

        public CaptureRawUI(int columns)
        {
            _size = new Size(columns, 1000);
        }

        public override ConsoleColor BackgroundColor { get; set; }
        public override ConsoleColor ForegroundColor { get; set; }
        public override Size BufferSize { get { return _size; } set { } }
        public override Size WindowSize { get { return _size; } set { } }
        public override Size MaxPhysicalWindowSize { get { return _size; } }
        public override Size MaxWindowSize { get { return _size; } }
        public override Coordinates CursorPosition { get; set; }
        public override Coordinates WindowPosition { get; set; }
        public override int CursorSize { get; set; }
        public override bool KeyAvailable { get { return false; } }
        public override string WindowTitle { get; set; }

        /// <summary>Returns the width of a text. Chinese, Japanese, and Korean characters are two columns wide. So are emoji, which are two UTF-16 code units.</summary>
        public override int LengthInBufferCells(string source)
        {
            var length = 0;
            foreach (var character in source ?? "") length += LengthInBufferCells(character);
            return length;
        }

        public override int LengthInBufferCells(string source, int offset) { return LengthInBufferCells(source.Substring(offset)); }

        public override int LengthInBufferCells(char source)
        {
            return source >= 0x1100 && source <= 0x115F || source >= 0x2E80 && source <= 0xA4CF || source >= 0xAC00 && source <= 0xD7A3 || source >= 0xF900 && source <= 0xFAFF || source >= 0xFF00 && source <= 0xFF60 ? 2 : 1;
        }

        public override void FlushInputBuffer() { }
        public override BufferCell[,] GetBufferContents(Rectangle rectangle) { throw new NotSupportedException(); }
        public override KeyInfo ReadKey(ReadKeyOptions options) { throw new NotSupportedException(); }
        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { throw new NotSupportedException(); }
        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { throw new NotSupportedException(); }
        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { throw new NotSupportedException(); }
    }
}
