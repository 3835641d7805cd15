//! Parts of the WebAssembly that are fetched by the pages that need them, or when they are
//! needed. A build without the tool that splits (a plain `trunk serve`) holds all in one.

/// A part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// A part, and what it gives once it is here: `name().await`. It must be a value that names
/// the part's functions, for nothing else may name them.
macro_rules! part {
    ($name:ident: $given:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$given, $crate::parts::Missing> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$given, $crate::parts::Missing> {
            Ok($value)
        }
    };
}

pub(crate) use part;
