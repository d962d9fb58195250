// What the room `cli` says: help, mistakes on the command line, files and rules that cannot be
// used.
#include "source/sentences/sentences.hpp"

#include <algorithm>
#include <array>

namespace tieout::source {
namespace {

constexpr std::array help_sentences = {
    Sentence{"cli.about", "核对报告中的数字是否互相一致（勾稽关系检查）。",
             "Checks that the figures in a report agree with each other."},
    Sentence{"cli.command_check", "读取报告，按规则逐项检查，列出问题",
             "Read reports, evaluate rules, print findings"},
    Sentence{"cli.command_read", "显示读懂了什么：报告数据（JSON），每个数字带出处",
             "Print what was understood: the report data as JSON, each figure with its place"},
    Sentence{"cli.command_test", "运行规则自带的示例", "Run the examples that rules carry"},
    Sentence{"cli.command_lint", "检查规则本身：没有用到的、没有写明的、不可能不符的",
             "Judge rules: what they do not use, do not say, or cannot find"},
    Sentence{"cli.command_fmt", "把规则文件排成统一的格式",
             "Format rules: lay the files out the one way"},
    Sentence{"cli.command_explain", "说明一条规则：含义、依据、公式、示例",
             "A rule's page: meaning, basis, formula, examples"},
    Sentence{"cli.command_schema", "输出一种报告的 JSON Schema；不写名称则列出全部",
             "The JSON Schema of a report; without a name, the list of them"},
    Sentence{"cli.command_accept", "为一项问题写下经过审核的说明，记入文件",
             "Write a reviewed explanation of one finding to a file"},
    Sentence{"cli.command_baseline",
             "把现有的问题记为基线（create），以后只看新问题；或去掉已解决的（prune）",
             "Enter the findings that there are in a baseline (create), so that only new ones "
             "count, or take out what was fixed (prune)"},
    Sentence{"cli.command_diff", "比较两次检查的结果（JSON）：新增、数字有变、已解决、未变",
             "Compare the results of two runs (JSON): new, changed, fixed, unchanged"},
    Sentence{"cli.argument_fingerprint", "问题的编号，或其开头至少 8 位（check 的结果中有）",
             "of the finding, as check prints it; the first 8 digits or more"},
    Sentence{"cli.argument_action", "create 或 prune", "create or prune"},
    Sentence{"cli.argument_old", "前一次的结果（check --output json=文件）",
             "results of the earlier run (check --output json=FILE)"},
    Sentence{"cli.argument_new", "后一次的结果", "results of the later run"},
    Sentence{"cli.argument_path", "文件、文件夹、通配符、每行一份报告的 .ndjson，或 -（标准输入）",
             "a file, a folder, a glob, an .ndjson of one report a line, or - (standard input)"},
    Sentence{"cli.argument_rules", "规则文件（.tie）或文件夹；不写则用自带的规则",
             "rule files (.tie) or folders; without any, the rules that come with the program"},
    Sentence{"cli.argument_rule", "规则名，如 spending.parts",
             "a rule's id, such as spending.parts"},
    Sentence{"cli.argument_schema", "结构定义的名称，或其文件",
             "the name of a schema, or its file"},
    Sentence{"cli.option_help", "显示本页", "show this page"},
    Sentence{"cli.option_version", "显示版本号", "show the version"},
    Sentence{"cli.option_lang",
             "语言；不写则看环境变量 LC_ALL、LC_MESSAGES、LANG：以 zh 开头为中文，否则为英文",
             "language; else as LC_ALL, LC_MESSAGES or LANG say: Chinese if it begins with zh, "
             "otherwise English"},
    Sentence{"cli.option_color", "是否使用颜色（auto：输出到终端且未设 NO_COLOR 时使用）",
             "colours (auto: on a terminal, unless NO_COLOR is set)"},
    Sentence{"cli.option_quiet", "标准错误上只显示错误", "only errors on standard error"},
    Sentence{"cli.option_verbose", "标准错误上同时显示每一步", "steps too on standard error"},
    Sentence{
        "cli.option_rules", "规则文件或文件夹，可重复；不写则用与报告种类对应的自带规则",
        "a rule file or folder, repeatable; else the rules that come with the report's schema"},
    Sentence{"cli.option_schema", "报告的种类（名称，或结构定义文件）；不写则自动识别",
             "the kind of report (a name, or a schema file); else recognised"},
    Sentence{"cli.option_schema_of_rules", "规则针对的报告种类；不写则按规则文件所写",
             "the kind of report that the rules are for; else as the rule files say"},
    Sentence{"cli.option_coverage", "列出每条规则在示例和这些报告中何处相符、何处不符，可重复",
             "list where each rule held and failed, in its examples and in these reports, "
             "repeatable"},
    Sentence{"cli.option_profile", "采用规则中的哪一套口径（profile）",
             "which profile of the rules to use"},
    Sentence{"cli.option_param", "设定规则的一个参数，可重复",
             "set a parameter of the rules, repeatable"},
    Sentence{"cli.option_only_check", "只列出格式不统一的文件，不改动；有则退出状态为 1",
             "only name the files that would change; exit status 1 if there are any"},
    Sentence{"cli.option_prior", "上年报告，可重复；按单位和年度（减一）对应",
             "last year's reports, repeatable; matched by entity and period - 1"},
    Sentence{"cli.option_output", "同时把结果写入文件，可重复，如 json=结果.json",
             "write the results to a file as well, repeatable: json=results.json"},
    Sentence{
        "cli.option_format",
        "标准输出的格式：pretty（默认）、concise、json、jsonl、sarif、junit、github、markdown、"
        "html、xlsx",
        "format of standard output: pretty (default), concise, json, jsonl, sarif, junit, "
        "github, markdown, html, xlsx"},
    Sentence{
        "cli.option_sarif_profile",
        "sarif 的内容：全部（full，默认），或 GitHub 代码扫描所能接受的（github）",
        "what sarif holds: all (full, default), or what GitHub's code scanning takes (github)"},
    Sentence{"cli.option_checks", "只列问题（默认），或列出每一项检查及其结论",
             "only findings (default), or every check with its verdict"},
    Sentence{"cli.progress", "已检查 {count} 份，每秒 {rate} 份", "{count} report(s), {rate}/s"},
    Sentence{"cli.progress_share", "已检查 {count} 份，每秒 {rate} 份，{share}%，约剩 {left} 秒",
             "{count} report(s), {rate}/s, {share}%, about {left} s left"},
    Sentence{"cli.command_merge", "把几次 check --format jsonl 的输出合为一份",
             "join the outputs of several check --format jsonl"},
    Sentence{"cli.argument_part", "check --format jsonl 的输出文件，按所需的先后",
             "outputs of check --format jsonl, in the order wanted"},
    Sentence{"cli.option_resume",
             "接着上次中断的检查继续：--output jsonl=文件 中已有的报告不再检查",
             "go on where a run was stopped: reports that stand in the file of --output jsonl=FILE "
             "are not checked again"},
    Sentence{"cli.resume_needs",
             "--resume 需要且只需要一个输出文件，其格式为 jsonl：--output jsonl=文件。",
             "--resume needs one output file, a jsonl one: --output jsonl=FILE."},
    Sentence{"cli.resume_without",
             "--resume 不能与 --accepted、--baseline 同用：请先查完，再另行比对。",
             "--resume cannot be used with --accepted or --baseline: finish the run first."},
    Sentence{
        "cli.resume_other", "文件中有本次不检查的报告 {source}：它出自另一次检查，请另选文件。",
        "The file holds {source}, which is not among the reports of this run: it is the output "
        "of another one; choose another file."},
    Sentence{"cli.resume_how", "已应要求停止。加上 --resume 再次运行，可从此处继续。",
             "Stopped as asked. Run the same again with --resume to go on from here."},
    Sentence{"cli.example_run",
             "over reports 规则的示例须写出几份报告：{{ \"reports\": [ {{…}}, {{…}} ] }}。",
             "An example of a rule over reports holds several of them: {{ \"reports\": [ {{…}}, "
             "{{…}} ] }}."},
    Sentence{"cli.not_captured",
             "{schema} 的报告并非都记录了各报告之间比较所需的数据；请用相同的 --rules、--profile "
             "和 --param 重新检查各部分，合并时也用它们。",
             "Not all reports of {schema} hold what these rules compare reports by; check every "
             "part with the same --rules, --profile and --param, and merge with them."},
    Sentence{"cli.not_printed", "这一行不是 check --format jsonl 的输出。",
             "This line is no output of check --format jsonl."},
    Sentence{"cli.part_not_whole", "输出在此中断，没有汇总；请用 --resume 查完后再合并。",
             "The output ends here without its summary; finish the run with --resume, then merge."},
    Sentence{"cli.packed_broken", "压缩文件损坏或不完整，请重新取得该文件。",
             "The compressed file is broken or cut off; get it again."},
    Sentence{"cli.stream_broken", "从这一行起无法读取：文件损坏或不完整，请重新取得该文件。",
             "From this line on the stream cannot be read: the file is broken or cut off; get it "
             "again."},
    Sentence{"cli.option_diagnosis", "是否推测差错的可能原因：on（默认）、off（大批量筛查更快）",
             "look for the likely slip behind a difference: on (default), or off (screens large "
             "numbers of reports faster)"},
    Sentence{"cli.option_fail_on",
             "达到此级别的问题使退出状态为 1：error（默认）、warning、query、note、never",
             "findings from this level on make the exit status 1: error (default), warning, query, "
             "note, never"},
    Sentence{
        "cli.option_jobs", "同时检查几份报告（默认：有几个处理器就几份）；结果与此无关",
        "how many reports are checked at once (default: one a processor); results are the same"},
    Sentence{"cli.bad_jobs", "--jobs 应为 1 到 1024 的整数，不能是“{value}”。",
             "--jobs should be a whole number from 1 to 1024, not \"{value}\"."},
    Sentence{"cli.option_rounding", "尾差按什么级别计：说明（默认）、不列为问题、按规则的级别",
             "how rounding counts: as a note (default), as no finding, at the rule's severity"},
    Sentence{"cli.option_accepted", "经过审核的说明（tieout accept 所写的文件）",
             "the file of reviewed explanations, as tieout accept writes it"},
    Sentence{"cli.option_accepted_to_write", "写入的文件，默认 tieout-accepted.json",
             "the file to write to (default: tieout-accepted.json)"},
    Sentence{"cli.option_baseline", "基线（tieout baseline 所写的文件）：其中的问题不影响退出状态",
             "the file of tieout baseline: the findings in it do not count"},
    Sentence{"cli.option_baseline_to_write", "基线文件，默认 tieout-baseline.json",
             "the file of the baseline (default: tieout-baseline.json)"},
    Sentence{"cli.option_today", "按哪一天判断说明是否到期，不写则为当天",
             "the day on which explanations are judged to have ended; else today"},
    Sentence{"cli.option_reason", "说明的内容", "the explanation"},
    Sentence{"cli.option_by", "由谁说明", "who gives it"},
    Sentence{"cli.option_until", "有效到哪一天，如 2027-06-30", "its last day, such as 2027-06-30"},
    Sentence{"cli.option_fail_on_new",
             "新增或变动的问题达到此级别时退出状态为 1：error（默认）、warning、query、note、never",
             "new and changed findings from this level on make the exit status 1: error (default), "
             "warning, query, note, never"},
    Sentence{"cli.option_config", "设置文件；不写则用当前文件夹的 tieout.toml（如果有）",
             "the file of settings; else tieout.toml of the current folder, if there is one"},
    Sentence{"cli.option_no_config", "不读设置文件", "read no file of settings"},
    Sentence{"cli.option_show_settings", "只显示各项设置的值和来源，不运行",
             "only show each setting and where it comes from"},
    Sentence{"cli.option_limit", "调高（或调低）读取文件的一个上限，可重复；超过上限时会说明其名称",
             "raise (or lower) a limit on what is read, repeatable; refusals name it"},
    Sentence{"cli.manual_name", "名称", "NAME"},
    Sentence{"cli.manual_synopsis", "用法", "SYNOPSIS"},
    Sentence{"cli.manual_options", "选项", "OPTIONS"},
    Sentence{"cli.manual_common", "各命令都有的选项", "\"COMMON OPTIONS\""},
    Sentence{"cli.manual_environment", "环境变量", "ENVIRONMENT"},
    Sentence{"cli.manual_environment_text",
             "选项没有写在命令行上时，先看同名的环境变量（--fail-on 为 TIEOUT_FAIL_ON，多个值用 : "
             "隔开），再看设置文件。NO_COLOR 去掉颜色；TIEOUT_DATA 指明数据文件夹。",
             "An option that the command line leaves out is taken from a variable of its name "
             "(TIEOUT_FAIL_ON for --fail-on; several values with : between them), then from the "
             "file of settings. NO_COLOR turns colours off; TIEOUT_DATA names the data folder."},
    Sentence{"cli.manual_files", "文件", "FILES"},
    Sentence{"cli.manual_status", "退出状态", "\"EXIT STATUS\""},
    Sentence{"cli.help_usage", "用法：", "Usage: "},
    Sentence{"cli.help_command", "命令", "COMMAND"},
    Sentence{"cli.help_some_options", "[选项]", "[OPTIONS]"},
    Sentence{"cli.help_commands", "命令：", "Commands:"},
    Sentence{"cli.help_arguments", "参数：", "Arguments:"},
    Sentence{"cli.help_options", "选项：", "Options:"},
    Sentence{
        "cli.help_exit",
        "退出状态：0 没有问题；1 "
        "有问题（check、lint、diff）、有示例未通过（test）或有文件要排版（fmt "
        "--check）；2 有内容无法读取、无法检查，或命令有误。",
        "Exit status: 0 nothing found; 1 findings (check, lint, diff), failed examples (test) or "
        "files to format (fmt --check); 2 something could not be read or checked, or the command "
        "is wrong."},
};

constexpr std::array command_line_sentences = {
    Sentence{"cli.no_day", "{option} 应是一天，写成 2027-06-30 的样子，实际为 {value}。",
             "{option} must be a day, written as 2027-06-30, not {value}."},
    Sentence{"cli.from_command_line", "命令行", "the command line"},
    Sentence{"cli.from_environment", "环境变量 {name}", "the variable {name}"},
    Sentence{"cli.from_file", "{file} 第 {line} 行", "{file}, line {line}"},
    Sentence{"cli.no_settings", "没有任何设置，全部按默认值。",
             "Nothing is set; all is as by default."},
    Sentence{"cli.settings_used", "使用了这个文件中的设置。",
             "The settings of this file are used."},
    Sentence{"cli.no_toml", "这里不是有效的 TOML：{reason}。", "This is no valid TOML: {reason}."},
    Sentence{"cli.unknown_setting", "没有名为 {name} 的设置。{suggestion}",
             "There is no setting {name}.{suggestion}"},
    Sentence{"cli.stray_variable",
             "环境变量 {name} 没有作用：没有可以这样设置的选项。用 tieout --help 查看选项。",
             "The environment variable {name} does nothing: there is no option that can be set so. "
             "See tieout --help for the options."},
    Sentence{"cli.setting_value",
             "{name} 的值应是文字、整数、true、false，或由它们组成的列表或表。",
             "{name} takes text, an integer, true or false, or a list or table of these."},
    Sentence{"cli.setting_one_value", "{name} 只能有一个值。", "{name} takes one value only."},
    Sentence{"cli.see_help", "用 tieout --help 或 tieout 命令 --help 查看用法。",
             "See tieout --help or tieout COMMAND --help."},
    Sentence{"cli.did_you_mean", "是否应为 {name}？", " Did you mean {name}?"},
    Sentence{"cli.no_command", "没有写要做什么，请写一个命令，例如：tieout check 报告.txt。",
             "No command was given; for example: tieout check report.txt."},
    Sentence{"cli.unknown_command", "没有名为 {command} 的命令，可用的有：{known}。{suggestion}",
             "There is no command {command}; there are: {known}.{suggestion}"},
    Sentence{"cli.unknown_option", "没有名为 {option} 的选项。{suggestion}",
             "There is no option {option}.{suggestion}"},
    Sentence{"cli.unknown_value", "{option} 不能为 {value}，可用的有：{known}。{suggestion}",
             "{option} cannot be {value}; it may be: {known}.{suggestion}"},
    Sentence{"cli.value_missing", "{option} 后面缺少值。", "{option} needs a value after it."},
    Sentence{"cli.option_twice", "{option} 只能写一次。", "{option} may be given only once."},
    Sentence{"cli.bad_option", "{option} 的写法有误。", "{option} is not written as it should be."},
    Sentence{"cli.bad_arguments", "命令的写法有误。",
             "The command is not written as it should be."},
    Sentence{"cli.extra_argument", "多出一个参数 {argument}。",
             "The argument {argument} is one too many."},
    Sentence{"cli.argument_missing", "{command} 后面缺少 {argument}。",
             "{command} needs {argument} after it."},
    Sentence{"cli.no_pair", "{option} 后面应写成 名称=值，实际为 {value}。",
             "{option} takes NAME=VALUE, not {value}."},
    Sentence{"cli.no_number", "{option} 的值应为数字，实际为 {value}。",
             "The value for {option} must be a number, not {value}."},
    Sentence{"cli.output_in_use",
             "这个文件是本次运行的输入或另一个输出，不能再作输出，请换一个文件名。",
             "The file is an input of this run or another of its outputs; choose another name."},
    Sentence{"cli.cannot_write", "文件无法写入，请检查文件夹是否存在、是否有权限、磁盘是否已满。",
             "The file cannot be written; check its folder, your permission, and the room on the "
             "disk."},
    Sentence{"cli.binary_on_terminal",
             "{format} 不是文本，不能显示在终端上；请写 --output "
             "{format}=文件名，或把输出重定向到文件。",
             "{format} is no text for a terminal; write --output {format}=FILE, or redirect the "
             "output to a file."},
    Sentence{"cli.output_lost", "结果没有全部写到标准输出（磁盘已满或输出已关闭）。",
             "The results did not all reach standard output (a full disk, or it was closed)."},
    Sentence{"cli.out_of_memory", "内存不足，无法继续。请分批检查。",
             "There is not enough memory to go on; check fewer files at a time."},
};

constexpr std::array file_sentences = {
    Sentence{"cli.log_error", "错误：", "error: "},
    Sentence{"cli.log_warning", "警告：", "warning: "},
    Sentence{"cli.step_read", "{source}：按 {schema} 读取完毕。", "{source}: read as {schema}."},
    Sentence{"cli.glob_without_match", "没有与这个通配符相符的文件。",
             "No file matches this pattern."},
    Sentence{"cli.folder_without_files", "文件夹中没有可检查的文件。",
             "There is no file to check in this folder."},
    Sentence{"cli.folder_closed", "文件夹无法打开，请检查是否有读取权限。",
             "The folder cannot be opened; check that you have permission to."},
    Sentence{
        "cli.manifest_form",
        "manifest.json 的 {pointer} 写法有误。应写成：{{\"title\": \"报告名称\", \"files\": "
        "[\"说明.txt\", {{\"file\": \"收入.csv\", \"title\": \"表名\", \"unit\": \"万元\"}}]}}。",
        "{pointer} of manifest.json is not written as it should be: {{\"title\": \"...\", "
        "\"files\": [\"a.txt\", {{\"file\": \"b.csv\", \"title\": \"...\", \"unit\": "
        "\"...\"}}]}}."},
    Sentence{"cli.manifest_path",
             "manifest.json 的 {pointer} 应是本文件夹内的文件名，不能指向文件夹之外。",
             "{pointer} of manifest.json must name a file in the folder, not one outside of it."},
    Sentence{"cli.manifest_json",
             "manifest.json 的 {pointer} 是报告数据（JSON），不能与其他文件合成一份报告。",
             "{pointer} of manifest.json is report data (JSON), which cannot be a part of another "
             "report."},
    Sentence{"cli.stopped_reading", "还没有读完就被停止，没有检查。请重新运行。",
             "The run was stopped before it was read to its end, and it was not checked. Run it "
             "again."},
    Sentence{"cli.unknown_kind",
             "认不出这是哪一种报告。如果是已知的种类，请用 --schema 指明，可用的有：{known}。",
             "The kind of report was not recognised. If it is a known one, name it with --schema: "
             "{known}."},
    Sentence{
        "cli.json_without_schema",
        "JSON 中没有 \"schema\"，不知道是哪一种报告。请写上，或用 --schema "
        "指明，可用的有：{known}。",
        "The JSON has no \"schema\", so the kind of report is not known. Add it, or name it with "
        "--schema: {known}."},
    Sentence{"cli.unknown_schema", "没有名为 {schema} 的报告种类，可用的有：{known}。{suggestion}",
             "There is no kind of report {schema}; there are: {known}.{suggestion}"},
    Sentence{"cli.prior_unnamed", "读不出上年报告的单位或年度，无法与本年报告对应。",
             "The entity or period of last year's report is not known, so it fits no report."},
    Sentence{"cli.prior_twice", "{entity} {period} 年的报告已由 {other} 给出，不能有两份。",
             "{other} is the report of {entity} for {period} already; there cannot be two."},
    Sentence{
        "cli.uptake",
        "读取了 {all} 个数字中的 {used} 个（{share}）：表格 {table_used}/{table_all}，正文 "
        "{text_used}/{text_all}。",
        "{used} of {all} figures were taken up ({share}): tables {table_used}/{table_all}, text "
        "{text_used}/{text_all}."},
};

constexpr std::array ledger_sentences = {
    Sentence{"cli.unused_explanation",
             "{entity} 的一项说明（{rule}，{fingerprint}）已没有对应的问题，请删去。",
             "An explanation for {entity} ({rule}, {fingerprint}) fits no finding any more; remove "
             "it."},
    Sentence{"cli.unused_baseline",
             "基线中有 {count} 项问题已经解决，可用 tieout baseline prune 去掉。",
             "{count} finding(s) of the baseline are fixed; tieout baseline prune takes them out."},
    Sentence{"cli.fingerprint_short", "问题的编号至少要写前 {count} 位。",
             "Give at least the first {count} digits of the fingerprint."},
    Sentence{"cli.accept_unknown",
             "这些报告中没有编号为 {fingerprint} 的问题；编号见 tieout check 的结果。",
             "No finding of these reports has the fingerprint {fingerprint}; tieout check prints "
             "them."},
    Sentence{"cli.accept_ambiguous",
             "编号 {fingerprint} 对应的问题不止一项，请写全编号，或只给出一份报告。",
             "{fingerprint} names more than one finding; give all of its digits, or one report "
             "only."},
    Sentence{"cli.accept_error", "{rule} 的这项检查未能完成，不能以说明代替。",
             "This check of {rule} could not be made; that cannot be explained."},
    Sentence{"cli.accept_plain_sum",
             "{rule} 是基本平衡关系，数字应当改正，不能以说明代替；确有例外的，由规则用 acceptable "
             "写明。",
             "{rule} is a plain sum: correct the figures, they cannot be explained. Where there "
             "are exceptions, the rule says so with `acceptable`."},
    Sentence{"cli.accept_past", "{until} 已经过去，说明没有写入。",
             "{until} has passed; the explanation was not written."},
    Sentence{"cli.accepted",
             "已记入 {file}：{rule}，{subject}，有效至 {until}。检查时用 --accepted {file}。",
             "Entered in {file}: {rule}, {subject}, until {until}. Check with --accepted {file}."},
    Sentence{"cli.baseline_exists", "已经有这个基线文件；要重新建立，请先删去它。",
             "There is such a baseline already; delete it first to make a new one."},
    Sentence{"cli.baseline_created", "已将 {count} 项问题记入 {file}。检查时用 --baseline {file}。",
             "{count} finding(s) entered in {file}. Check with --baseline {file}."},
    Sentence{"cli.baseline_pruned", "从 {file} 去掉了 {removed} 项，还有 {left} 项。",
             "{removed} finding(s) taken out of {file}; {left} are left."},
    Sentence{"cli.diff_unit", "单位", "unit"},
    Sentence{"cli.diff_new", "新增", "new"},
    Sentence{"cli.diff_changed", "数字有变", "changed"},
    Sentence{"cli.diff_fixed", "已解决", "fixed"},
    Sentence{"cli.diff_unchanged", "未变", "unchanged"},
};

constexpr std::array rule_sentences = {
    Sentence{"cli.no_rules", "没有这个规则文件或文件夹，请检查路径是否写对。",
             "There is no such rule file or folder; check that its path is right."},
    Sentence{"cli.folder_without_rules", "文件夹中没有规则文件（.tie）。",
             "There is no rule file (.tie) in this folder."},
    Sentence{"cli.no_rules_for_schema", "没有针对 {schema} 报告的规则，请用 --rules 给出。",
             "There are no rules for reports of the kind {schema}; give some with --rules."},
    Sentence{"cli.rules_for_others",
             "给出的规则针对 {others}，没有针对 {schema} 报告的；请检查规则文件中的 schema 一行。",
             "The rules given are for {others}, none for reports of the kind {schema}; check the "
             "line `schema` of the rule files."},
    Sentence{
        "cli.rules_without_schema",
        "规则文件没有写明针对哪种报告（schema \"名称\"），请写上或用 --schema "
        "指明，可用的有：{known}。",
        "The rule files do not say which reports they are for (schema \"NAME\"); add it or name "
        "it with --schema: {known}."},
    Sentence{"cli.bad_rules", "规则有 {count} 处错误，没有进行检查。",
             "The rules have {count} error(s); nothing was checked."},
    Sentence{"cli.unknown_rule", "没有名为 {rule} 的规则。{suggestion}",
             "There is no rule {rule}.{suggestion}"},
    Sentence{"cli.explain_severity", "级别：{text}", "Severity: {text}"},
    Sentence{"cli.explain_basis", "依据：{text}", "Basis: {text}"},
    Sentence{"cli.explain_hint", "建议：{text}", "Hint: {text}"},
    Sentence{"cli.explain_acceptable", "可以说明的情形：{text}", "May be explained: {text}"},
    Sentence{"cli.explain_over", "逐行检查：{text}", "One check a row of: {text}"},
    Sentence{"cli.explain_when", "适用条件：{text}", "Only when: {text}"},
    Sentence{"cli.explain_check", "公式：{text}", "Formula: {text}"},
    Sentence{"cli.explain_stream", "数据流中：{text}", "In a stream: {text}"},
    Sentence{"cli.in_columns", "先成批按列证明相符，其余逐份求值",
             "proven over columns where it holds, else evaluated report by report"},
    Sentence{"cli.over_reports", "全部报告查完后，各报告之间比较",
             "compared across reports when all are checked"},
    Sentence{"cli.by_report", "逐份求值", "evaluated report by report"},
    Sentence{"cli.explain_place", "定义于：{text}", "Defined at: {text}"},
    Sentence{"cli.explain_example", "示例（{verdict}）：", "Example ({verdict}):"},
    Sentence{"cli.example_failed", "示例未通过：应为{expected}，实际为：{found}",
             "example failed: expected {expected}, found: {found}"},
    Sentence{"cli.no_examples", "这些规则没有一个示例，没有可运行的内容；请为规则补上 example。",
             "These rules carry no example, so nothing was run; give each an example."},
    Sentence{"cli.lint_totals", "{rules} 条规则，{warnings} 条意见。",
             "{rules} rule(s), {warnings} warning(s)."},
    Sentence{"cli.no_rule_to_lint", "没有规则可检查。", "There is no rule to judge."},
    Sentence{"cli.fmt_changed", "{file}：已排版", "{file}: formatted"},
    Sentence{"cli.fmt_would_change", "{file}：格式不统一", "{file}: would be formatted"},
    Sentence{"cli.coverage_examples", "示例：{counts}", "examples: {counts}"},
    Sentence{"cli.coverage_totals", "{rules} 条规则：{held} 条有过相符，{failed} 条有过不符。",
             "{rules} rule(s): {held} seen to hold, {failed} seen to fail."},
    Sentence{"cli.never_held", "从未相符：{rule}；请为它加一个 holds 示例。",
             "Never seen to hold: {rule}; give it an example that holds."},
    Sentence{"cli.never_failed", "从未不符：{rule}；请为它加一个 fails 示例。",
             "Never seen to fail: {rule}; give it an example that fails."},
    Sentence{"cli.test_totals",
             "{rules} 条规则，{examples} 个示例，{failed} 个未通过；{without} 条规则没有示例。",
             "{rules} rule(s), {examples} example(s), {failed} failed; {without} rule(s) without "
             "examples."},
};

template <std::size_t... Sizes>
auto joined(const std::array<Sentence, Sizes>&... parts) {
  std::array<Sentence, (Sizes + ...)> all{};
  auto end = all.begin();
  ((end = std::ranges::copy(parts, end).out), ...);
  return all;
}

}  // namespace

std::span<const Sentence> cli_sentences() {
  static const auto all = joined(help_sentences, command_line_sentences, file_sentences,
                                 ledger_sentences, rule_sentences);
  return all;
}

}  // namespace tieout::source
