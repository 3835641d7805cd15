//! What time it is where the user is.

use forankring_core::day::Day;
use forankring_core::moment::Moment;

/// Now.
pub fn now() -> Moment {
    at(js_sys::Date::now() as i64)
}

/// A moment that was kept as milliseconds since 1970.
pub fn at(ms: i64) -> Moment {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(ms as f64));
    let small = |value: u32| u8::try_from(value).unwrap_or(0);
    let year = i32::try_from(date.get_full_year()).unwrap_or(0);
    Moment {
        ms,
        day: Day::from_ymd(year, small(date.get_month()) + 1, small(date.get_date()))
            .unwrap_or_default(),
        hour: small(date.get_hours()),
        minute: small(date.get_minutes()),
    }
}
