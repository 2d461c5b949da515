// Numbers, spans and elements, as they are written all over the page.

const THIN = "\u202f";

/** A span of milliseconds: whole ones, but one decimal where that would hide what is there. */
function millis(value) {
  const small = Math.abs(value) < 10 && value !== Math.round(value);
  return small ? value.toFixed(1) : count(Math.round(value));
}

const ms = (value) => `${millis(value)}${THIN}ms`;

/** A whole number with its thousands apart. */
function count(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, THIN);
}

/** Seconds, of milliseconds. */
const seconds = (value, decimals = 2) => `${(value / 1000).toFixed(decimals)}${THIN}s`;

/** A place in the call: seconds, with minutes before them in a call that has minutes. */
function clock(value, decimals = 2, withMinutes = call.length >= 120_000) {
  const rounded = Number((Math.max(0, value) / 1000).toFixed(decimals));
  if (!withMinutes) {
    return `${rounded.toFixed(decimals)}${THIN}s`;
  }
  const minutes = Math.floor(rounded / 60);
  const rest = (rounded - 60 * minutes).toFixed(decimals).padStart(decimals ? 3 + decimals : 2, "0");
  return `${minutes}:${rest}`;
}

const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** JSON with line breaks; a text that is not JSON stays what it is. */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * An element. Attributes that are null or false are left out; strings among the children become
 * text, never markup.
 */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);
