//! Text and source map of a module.

use crate::sourcemap;
use crate::trace::Trace;
use crate::writer::Tidy;
use goes_source::Files;
use swc_common::comments::SingleThreadedComments;
use swc_common::sync::Lrc;
use swc_common::{BytePos, LineCol, SourceMap};
use swc_ecma_ast::{Decl, Module, ModuleDecl, ModuleItem, Stmt};
use swc_ecma_codegen::text_writer::{JsWriter, WriteJs, omit_trailing_semi};
use swc_ecma_codegen::{Config, Emitter, Node};

/// The text, and the source map where one is wanted. The items before `own` are those of the runtime that
/// the program reaches; a comment tells where its own begin.
pub(crate) fn print(
    module: &Module,
    own: usize,
    comments: &SingleThreadedComments,
    minify: bool,
    files: Option<(&Files, &Trace)>,
) -> Result<(String, Option<String>), std::io::Error> {
    let map: Lrc<SourceMap> = Lrc::default();
    let mut text = Vec::new();
    let mut positions: Vec<(BytePos, LineCol)> = Vec::new();
    let cfg = Config::default().with_minify(minify);
    let writer = JsWriter::new(
        map.clone(),
        "\n",
        &mut text,
        files.is_some().then_some(&mut positions),
    );
    if minify {
        let mut emitter = Emitter {
            cfg,
            cm: map,
            comments: None,
            wr: omit_trailing_semi(writer),
        };
        for item in &module.body {
            item.emit_with(&mut emitter)?;
        }
    } else {
        let mut writer = writer;
        writer.set_indent_str("  ");
        let mut emitter = Emitter {
            cfg,
            cm: map,
            comments: Some(comments),
            wr: Tidy::new(writer),
        };
        let mut last = None;
        for (index, item) in module.body.iter().enumerate() {
            let kind = kind_of(item);
            // Declarations with a body stand apart; one-line ones stand together by kind.
            if last.is_some() && (kind == Kind::Tall || last != Some(kind)) {
                emitter.wr.inner().preamble("\n")?;
            }
            if index == own {
                emitter.wr.inner().preamble("// The program.\n\n")?;
            }
            last = Some(kind);
            item.emit_with(&mut emitter)?;
            emitter.wr.write_line()?;
        }
    }
    let text = String::from_utf8(text).expect("swc prints UTF-8");
    let map = files.map(|(files, trace)| sourcemap::write(files, trace, &positions, &text));
    Ok((text, map))
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Kind {
    Import,
    Tall,
    Variable,
    Statement,
}

fn kind_of(item: &ModuleItem) -> Kind {
    match item {
        ModuleItem::ModuleDecl(ModuleDecl::Import(_)) => Kind::Import,
        ModuleItem::Stmt(Stmt::Decl(Decl::Var(_))) => Kind::Variable,
        ModuleItem::Stmt(Stmt::Decl(_)) | ModuleItem::ModuleDecl(_) => Kind::Tall,
        ModuleItem::Stmt(_) => Kind::Statement,
    }
}
